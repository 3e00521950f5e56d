package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Locked {
    private int count;

    @Async
    Coroutine<Integer> next(Coroutine<Object> lock) {
        synchronized (await(lock)) {
            count++;
        }
        int before = await(Asyncio.sleep(Duration.ZERO, 1));
        synchronized (this) {
            count = before;
        }
        return result(await(result(before)));
    }
}
