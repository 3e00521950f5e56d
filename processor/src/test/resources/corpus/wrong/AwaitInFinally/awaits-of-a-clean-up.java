package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

class CleanUp {
    Coroutine<Void> shut() {
        return done();
    }

    @Async
    Coroutine<String> run(Coroutine<String> step, boolean quick) {
        try {
            return result(await(step));
        } finally {
            await(shut()); // note AwaitInFinally
            if (!quick) {
                try {
                    await(Asyncio.sleep(Duration.ofMillis(1))); // note AwaitInFinally
                } catch (IllegalStateException e) {
                    Coroutine.await(shut()); // note AwaitInFinally
                }
            }
        }
    }

    final AsyncSupplier<Void> lambda = () -> {
        try {
            System.out.println("x");
        } finally {
            await(shut()); // note AwaitInFinally
        }
        return done();
    };
}
