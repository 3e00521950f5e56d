package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Ways {
    private final ReentrantLock lock = new ReentrantLock();

    @Async
    Coroutine<String> tried(Coroutine<String> text) throws InterruptedException {
        if (lock.tryLock()) {
            try {
                return result(await(text)); // error LockAcrossAwait
            } finally {
                lock.unlock();
            }
        }
        if (this.lock.tryLock(1, TimeUnit.SECONDS)) { // warning BlockingCall
            await(Asyncio.sleep(Duration.ZERO)); // error LockAcrossAwait
            this.lock.unlock();
        }
        lock.lockInterruptibly(); // warning BlockingCall
        String got = await(text); // error LockAcrossAwait
        lock.unlock();
        return result(got);
    }
}
