package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;
import java.util.function.Function;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Plain {
    Object load(String key) {
        return key;
    }
}

class Deferred extends Plain implements Function<String, Object> {
    @Async
    @Override
    Coroutine<String> load(String key) {
        await(Asyncio.sleep(Duration.ofMillis(1)));
        return result(key);
    }

    @Async
    @Override
    public Coroutine<String> apply(String key) {
        return result(await(load(key)));
    }
}
