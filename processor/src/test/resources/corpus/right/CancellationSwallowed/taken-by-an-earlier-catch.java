package corpus;

import dev.fermata.Async;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Earlier {
    @Async
    Coroutine<Integer> run(Coroutine<Integer> step) {
        int n = 0;
        try {
            n = await(step);
        } catch (IllegalStateException | CancelledError e) {
            throw e;
        } catch (Throwable t) {
            n = -1;
        }
        try {
            n += await(Asyncio.sleep(Duration.ZERO, 1));
        } catch (Error e) {
            throw e;
        } catch (Throwable t) {
            n--;
        }
        try {
            try {
                n += await(Asyncio.sleep(Duration.ZERO, 2));
            } catch (Exception e) {
                n--;
            }
        } catch (CancelledError e) {
            n = 7;
            throw e;
        }
        return result(n);
    }
}
