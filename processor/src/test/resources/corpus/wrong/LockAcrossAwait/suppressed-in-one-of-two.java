package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

class Half {
    private final Lock lock = new ReentrantLock();

    @SuppressWarnings({"LockAcrossAwait", "BlockingCall"})
    @Async
    Coroutine<Void> quiet(Coroutine<String> text) {
        lock.lock();
        await(text);
        lock.unlock();
        return done();
    }

    @SuppressWarnings("BlockingCall")
    @Async
    Coroutine<Void> loud(Coroutine<String> text) {
        lock.lock();
        @SuppressWarnings("LockAcrossAwait")
        String first = await(text);
        String second = await(Asyncio.sleep(Duration.ZERO, first)); // error LockAcrossAwait
        lock.unlock();
        return result(second.isEmpty() ? null : null);
    }
}
