package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.util.HashMap;
import java.util.Map;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Finder {
    private final Map<String, Coroutine<String>> all = new HashMap<>();

    @Async
    Coroutine<String> find(String key, boolean strict) {
        if (key == null) {
            return null; // error NullCoroutine
        }
        if (key.isEmpty()) {
            return (null); // error NullCoroutine
        }
        String found = await(all.get(key));
        if (strict) {
            return (Coroutine<String>) null; // error NullCoroutine
        }
        return found.isEmpty()
                ? null // error NullCoroutine
                : result(found);
    }
}
