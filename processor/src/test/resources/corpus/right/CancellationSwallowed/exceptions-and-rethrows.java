package corpus;

import dev.fermata.Async;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Careful {
    @Async
    Coroutine<String> run(Coroutine<String> step, boolean debug) {
        try {
            await(step);
        } catch (Exception e) {
            System.out.println(e.getMessage());
        }
        try {
            await(Asyncio.sleep(Duration.ZERO));
        } catch (CancelledError e) {
            throw e;
        } catch (Throwable t) {
            System.out.println("failed");
        }
        try {
            await(Asyncio.sleep(Duration.ZERO));
        } catch (Throwable t) {
            if (debug || t instanceof CancelledError) {
                throw t;
            }
        }
        try {
            await(Asyncio.sleep(Duration.ZERO));
        } catch (Error e) {
            throw new IllegalStateException("stopped", e);
        }
        return result("x");
    }
}
