package corpus;

import static dev.fermata.Coroutine.*;
import static dev.fermata.asyncio.Asyncio.*;

import dev.fermata.*;
import java.time.*;

class Stars {
    @Async
    Coroutine<Integer> run() throws InterruptedException {
        await(sleep(Duration.ZERO));
        Thread.sleep(1); // warning BlockingCall
        return result(await(sleep(Duration.ZERO, 1)));
    }

    int plain() {
        return await(sleep(Duration.ZERO, 1)); // error AwaitOutsideAsync
    }
}
