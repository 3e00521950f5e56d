package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.util.HashMap;
import java.util.Map;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Maybe {
    private final Map<String, Coroutine<String>> running = new HashMap<>();

    @Async
    Coroutine<String> get(Coroutine<String> key) {
        String name = await(key);
        Coroutine<String> none = null;
        Coroutine<String> known = running.getOrDefault(name, null);
        if (known != null) {
            return known;
        }
        return running.isEmpty() ? none : running.put(name, null);
    }

    @Async
    Coroutine<String[]> array(Coroutine<String> key) {
        return result(new String[] {null, await(key), null});
    }
}
