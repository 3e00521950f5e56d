// options: -Afermata.checks=error -Afermata.check.BlockingCall=off
package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Errors {
    private int total;

    @Async
    Coroutine<Integer> run(Coroutine<Integer> step) throws InterruptedException {
        total += await(step); // error LostUpdate
        Thread.sleep(1);
        try {
            await(Asyncio.sleep(Duration.ZERO));
        } catch (Throwable t) { // error CancellationSwallowed
            return result(2);
        }
        return result(1);
    }
}
