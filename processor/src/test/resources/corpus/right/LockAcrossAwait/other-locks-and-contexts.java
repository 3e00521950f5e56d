package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.sync.AsyncLock;
import dev.fermata.asyncio.sync.AsyncSemaphore;
import java.time.Duration;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Others {
    private final AsyncLock gate = new AsyncLock();
    private final AsyncSemaphore slots = new AsyncSemaphore(2);
    private final Lock lock = new ReentrantLock();
    private int count;

    @Async
    Coroutine<Integer> run(Coroutine<Integer> step) {
        await(gate.acquire());
        try {
            count = await(step);
        } finally {
            gate.release();
        }
        await(slots.acquire());
        int again = await(gate.with(() -> result(await(Asyncio.sleep(Duration.ZERO, 1)))));
        slots.release();
        Runnable guarded = () -> {
            lock.lock();
            try {
                count++;
            } finally {
                lock.unlock();
            }
        };
        guarded.run();
        await(Asyncio.sleep(Duration.ZERO));
        return result(again);
    }

    AsyncSupplier<Integer> made(Coroutine<Integer> step) {
        lock.lock();
        try {
            return () -> result(await(step));
        } finally {
            lock.unlock();
        }
    }
}
