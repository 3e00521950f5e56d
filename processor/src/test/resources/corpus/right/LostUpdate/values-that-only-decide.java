package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Lazy {
    private String cached;
    private int version;
    private final Map<String, Integer> sizes = new HashMap<>();

    @Async
    Coroutine<String> get(Coroutine<String> source) {
        if (cached == null) {
            cached = await(source);
        }
        cached = cached != null ? cached : await(Asyncio.sleep(Duration.ZERO, "x"));
        version++;
        version = await(Asyncio.sleep(Duration.ZERO, 1));
        sizes.put("a", await(Asyncio.sleep(Duration.ZERO, 2)));
        return result(cached);
    }
}
