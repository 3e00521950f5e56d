package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.Bridge;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.asyncio.Asyncio;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

@Bridge
interface Shop<K extends Comparable<? super K>> {
    Coroutine<String> price(K item) throws IOException;

    <E extends Exception> Coroutine<Void> pay(List<? extends K> items, int... coins) throws E;

    AsyncGenerator<K> items();

    CompletableFuture<String> started();

    static Coroutine<Integer> opened() {
        return result(1);
    }

    @Bridge
    record Till(String name) {
        private record Secret() {}

        private Coroutine<Secret> secret() {
            return result(new Secret());
        }

        @Async
        Coroutine<String> open() {
            await(Asyncio.sleep(Duration.ZERO));
            return result(name + await(secret()));
        }
    }
}

@Bridge(exclude = {"raw", "clone"})
interface Old {
    @SuppressWarnings("rawtypes")
    Coroutine raw();

    Coroutine<String> clone();

    Coroutine<String> read();
}
