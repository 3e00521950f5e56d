package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

class Names {
    static final class TaskGroup {
        static <R> AsyncSupplier<R> run(AsyncSupplier<R> body) {
            return body;
        }
    }

    @Async
    AsyncGenerator<Integer> all(Coroutine<Integer> step) throws Exception {
        int n = await(TaskGroup.run(() -> result(await(step))).get());
        AsyncGenerator.yield(n);
        for (int i = 0; i < n; i++) {
            int at = i;
            boolean late = await(Asyncio.moveOnAfter(Duration.ofMillis(1), () -> {
                await(Asyncio.sleep(Duration.ofMillis(at)));
                return done();
            }));
            if (late) {
                AsyncGenerator.yield(at);
            }
        }
        return AsyncGenerator.end();
    }
}
