package corpus;

import dev.fermata.Async;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Nested {
    @Async
    Coroutine<Integer> run(Coroutine<Integer> step) {
        int n = 0;
        try {
            try {
                n = await(step);
            } catch (Throwable t) { // warning CancellationSwallowed
                n--;
            }
        } catch (CancelledError e) { // warning CancellationSwallowed
            n = 1;
        }
        try {
            n += switch (n) {
                case 1 -> await(Asyncio.sleep(Duration.ZERO, 3));
                default -> 0;
            };
        } catch (final CancelledError | AssertionError e) { // warning CancellationSwallowed
            Object thrower = new Object() {
                void fail() {
                    throw e;
                }
            };
            System.out.println(thrower);
        }
        return result(n);
    }
}
