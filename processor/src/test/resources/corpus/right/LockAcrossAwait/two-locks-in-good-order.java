package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Order {
    private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
    private final Map<String, String> values = new HashMap<>();

    private String read(String key) {
        rw.readLock().lock();
        try {
            return values.get(key);
        } finally {
            rw.readLock().unlock();
        }
    }

    @SuppressWarnings("BlockingCall")
    @Async
    Coroutine<String> get(String key, Coroutine<String> source) {
        String known = read(key);
        if (known != null) {
            return result(known);
        }
        String loaded = await(source);
        rw.writeLock().lock();
        try {
            values.put(key, loaded);
            if (loaded.isEmpty()) {
                return result("none");
            }
        } finally {
            rw.writeLock().unlock();
        }
        while (read(key) == null) {
            rw.writeLock().lock();
            values.clear();
            rw.writeLock().unlock();
            await(Asyncio.sleep(Duration.ofMillis(1)));
        }
        return result(loaded);
    }
}
