package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Striped {
    private final Map<String, Lock> locks = new HashMap<>();

    @SuppressWarnings("BlockingCall")
    @Async
    Coroutine<String> read(String key, Coroutine<String> text) {
        locks.get(key).lock();
        try {
            return result(await(text));
        } finally {
            locks.get(key).unlock();
        }
    }
}
