package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncIterable;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;
import java.util.concurrent.Callable;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Plain {
    @Async
    Coroutine<Integer> run(Coroutine<Integer> step, Runnable end, AsyncIterable<String> rest) {
        int n = 0;
        try {
            n = await(step);
        } finally {
            end.run();
            Callable<Integer> later = () -> n(2);
            Object made = new AsyncSupplier<Integer>() {
                @Override
                public Coroutine<Integer> get() {
                    return result(await(Asyncio.sleep(Duration.ZERO, 1)));
                }
            };
            System.out.println(later + "" + made);
        }
        try {
            n++;
        } catch (IllegalStateException e) {
            n += await(Asyncio.sleep(Duration.ZERO, 3));
        }
        return result(n);
    }

    static int n(int of) {
        return of;
    }
}
