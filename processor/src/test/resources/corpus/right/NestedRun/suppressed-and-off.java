// options: -Afermata.check.NestedRun=off
package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Off {
    @Async
    Coroutine<String> run(Coroutine<String> read) {
        String text = Asyncio.run(read);
        return result(text + await(Asyncio.sleep(Duration.ZERO, "x")));
    }
}
