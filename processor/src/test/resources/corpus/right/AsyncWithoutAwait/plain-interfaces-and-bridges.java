package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.util.function.Function;
import java.util.function.Supplier;

import static dev.fermata.Coroutine.result;

class Handler implements Function<String, Coroutine<Integer>>, Supplier<Coroutine<String>> {
    @Async
    @Override
    public Coroutine<Integer> apply(String text) {
        return result(text.length());
    }

    @Async
    public Coroutine<String> get() {
        return result("implements without saying so");
    }

    @Async
    Coroutine<String> variable(Coroutine<String> step) {
        Coroutine<String> kept = step;
        return kept;
    }

    @SuppressWarnings("AsyncWithoutAwait")
    @Async
    Coroutine<String> silenced() {
        return result("x");
    }
}
