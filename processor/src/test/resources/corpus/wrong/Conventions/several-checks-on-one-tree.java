package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncIterable;
import dev.fermata.Coroutine;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import static dev.fermata.Coroutine.await;

class Many {
    private final Lock lock = new ReentrantLock();
    private int total;

    @Async
    Coroutine<Integer> run(Coroutine<Integer> step) {
        lock.lock(); // warning BlockingCall
        synchronized (this) {
            total += await(step); // warning LostUpdate; error LockAcrossAwait; error AwaitInSynchronized
        }
        lock.unlock();
        return null; // error NullCoroutine
    }

    void plain(AsyncIterable<String> lines, Coroutine<Integer> step) {
        for (String line : lines) System.out.println(line + await(step)); // error AsyncIterationOutsideAsync; error AwaitOutsideAsync
    }
}
