package corpus;

import dev.fermata.Async;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Kinds {
    @Async
    Coroutine<String> run(Coroutine<String> step) {
        try {
            return result(await(step));
        } catch (CancelledError e) { // warning CancellationSwallowed
            System.out.println("cancelled");
        }
        try {
            await(Asyncio.sleep(Duration.ZERO));
        } catch (IllegalStateException | CancelledError e) { // warning CancellationSwallowed
            return result("x");
        }
        try {
            await(Asyncio.sleep(Duration.ZERO));
        } catch (RuntimeException e) {
            throw e;
        } catch (final Error e) { // warning CancellationSwallowed
            System.out.println(e.getMessage());
        }
        return result("y");
    }
}
