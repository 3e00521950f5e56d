package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncIterable;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Loops {
    private final Lock lock = new ReentrantLock();

    @Async
    Coroutine<Integer> sum(AsyncIterable<Integer> source, AsyncCloseable resource) {
        int sum = 0;
        lock.lock(); // warning BlockingCall
        for (int each : source) { // error LockAcrossAwait
            sum += each;
        }
        try (resource) { // error LockAcrossAwait
            sum++;
        }
        lock.unlock();
        for (int i = 0; i < 3; i++) {
            sum += await(Asyncio.sleep(Duration.ZERO, i)); // error LockAcrossAwait
            lock.lock(); // warning BlockingCall
        }
        return result(sum);
    }
}
