package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Bank {
    private final Lock lock = new ReentrantLock();
    private int total;

    @Async
    Coroutine<Integer> deposit(Coroutine<Integer> amount) {
        lock.lock(); // warning BlockingCall
        try {
            int got = await(amount); // error LockAcrossAwait
            total += got;
            return result(total);
        } finally {
            lock.unlock();
        }
    }
}
