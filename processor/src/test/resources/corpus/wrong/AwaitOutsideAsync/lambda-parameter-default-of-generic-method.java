package corpus;

import dev.fermata.Coroutine;
import java.util.HashMap;
import java.util.Map;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Cache<K extends Comparable<K>, V> {
    private final Map<K, V> values = new HashMap<>();

    Coroutine<V> load(K key) {
        return result(null);
    }

    V get(K key) {
        return values.computeIfAbsent(key, k -> await(load(k))); // error AwaitOutsideAsync
    }

    <R extends V> R cast(K key, Class<R> type) {
        return type.cast(await(load(key))); // error AwaitOutsideAsync
    }
}
