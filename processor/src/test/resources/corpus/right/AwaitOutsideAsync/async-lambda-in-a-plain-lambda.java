package corpus;

import dev.fermata.AsyncFunction;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Routes {
    private final Map<String, Supplier<AsyncSupplier<String>>> routes = new HashMap<>();

    void add(String path, Coroutine<String> page) {
        routes.put(path, () -> () -> result(await(page)));
        routes.computeIfAbsent("/", key -> {
            AsyncFunction<String, String> echo = text -> result(await(page) + text);
            return () -> () -> echo.apply(key);
        });
    }
}
