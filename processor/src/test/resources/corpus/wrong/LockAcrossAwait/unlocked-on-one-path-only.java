package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Paths {
    private final ReadWriteLock rw = new ReentrantReadWriteLock();

    @Async
    Coroutine<String> read(Coroutine<String> text, boolean early) {
        rw.readLock().lock(); // warning BlockingCall
        if (early) {
            rw.readLock().unlock();
        }
        String got = await(text); // error LockAcrossAwait
        if (!early) {
            rw.readLock().unlock();
        }
        return result(got);
    }

    @Async
    Coroutine<String> other(Coroutine<String> text, ReadWriteLock second) {
        second.readLock().lock(); // warning BlockingCall
        rw.writeLock().lock(); // warning BlockingCall
        second.readLock().unlock();
        return result(await(text)); // error LockAcrossAwait
    }
}
