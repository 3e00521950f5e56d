package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Before {
    private final ReentrantLock lock = new ReentrantLock();
    private int count;

    @Async
    Coroutine<Integer> next(Coroutine<Integer> step) {
        if (lock.tryLock()) {
            try {
                count++;
            } finally {
                lock.unlock();
            }
        }
        int by = await(step);
        if (!lock.tryLock()) {
            return result(await(Asyncio.sleep(Duration.ofMillis(1), by)));
        }
        try {
            count += by;
        } finally {
            lock.unlock();
        }
        await(Asyncio.sleep(Duration.ZERO));
        return result(count);
    }
}
