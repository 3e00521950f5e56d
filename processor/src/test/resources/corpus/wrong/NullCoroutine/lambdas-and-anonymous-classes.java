package corpus;

import dev.fermata.AsyncFunction;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;

import static dev.fermata.Coroutine.await;

class Lambdas {
    final AsyncSupplier<String> one = () -> null; // error NullCoroutine
    final AsyncFunction<String, Void> two = text -> {
        await(Asyncio.sleep(Duration.ofMillis(text.length())));
        return null; // error NullCoroutine
    };
    final AsyncSupplier<Integer> three = new AsyncSupplier<>() {
        @Override
        public Coroutine<Integer> get() {
            return null; // error NullCoroutine
        }
    };
}
