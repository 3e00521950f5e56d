package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Lambdas {
    private final Lock lock = new ReentrantLock();

    @SuppressWarnings("BlockingCall")
    AsyncSupplier<Integer> made(Coroutine<Integer> step) {
        return () -> {
            lock.lock();
            try {
                return result(await(step)); // error LockAcrossAwait
            } finally {
                lock.unlock();
            }
        };
    }

    @SuppressWarnings("BlockingCall")
    @Async
    Coroutine<Integer> loop(List<Coroutine<Integer>> steps) {
        int n = 0;
        lock.lock();
        for (Coroutine<Integer> step : steps) {
            n += await(step); // error LockAcrossAwait
            if (n > 10) {
                lock.unlock();
                return result(n);
            }
        }
        lock.unlock();
        return result(await(Asyncio.sleep(Duration.ZERO, n)));
    }
}
