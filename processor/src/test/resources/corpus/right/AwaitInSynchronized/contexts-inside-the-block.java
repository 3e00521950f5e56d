package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Registry {
    private final Map<String, AsyncSupplier<String>> sources = new HashMap<>();

    @Async
    Coroutine<Integer> register(String name, Coroutine<String> source) {
        await(Asyncio.sleep(Duration.ofMillis(2)));
        synchronized (sources) {
            sources.put(name, () -> result(await(source)));
            sources.put(name + "2", new AsyncSupplier<>() {
                @Override
                public Coroutine<String> get() {
                    return result(await(source));
                }
            });
            return result(sources.size());
        }
    }
}
