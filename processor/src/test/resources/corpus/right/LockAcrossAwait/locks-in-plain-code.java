package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.EventLoop;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class PlainCode {
    private final Lock lock = new ReentrantLock();

    int run(EventLoop loop, Coroutine<Integer> step) {
        lock.lock();
        try {
            return loop.runUntilComplete(step);
        } finally {
            lock.unlock();
        }
    }

    @Async
    Coroutine<Integer> offloaded(Coroutine<Integer> step) {
        int n = await(Asyncio.toThread(() -> {
            lock.lockInterruptibly();
            try {
                return 1;
            } finally {
                lock.unlock();
            }
        }));
        return result(n + await(step));
    }
}
