package corpus;

import dev.fermata.Async;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;

import static dev.fermata.Coroutine.await;

@SuppressWarnings("AsyncReturnType")
class Alone {
    @Async
    void sleep() throws InterruptedException { // error AsyncReturnType
        Thread.sleep(10);
        synchronized (this) {
            await(Asyncio.sleep(Duration.ZERO));
        }
    }
}
