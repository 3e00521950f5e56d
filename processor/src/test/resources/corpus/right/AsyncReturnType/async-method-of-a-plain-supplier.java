package corpus;

import dev.fermata.Async;
import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import java.util.function.Supplier;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Lazy<T> implements Supplier<Coroutine<T>> {
    private final Awaitable<T> source;

    Lazy(Awaitable<T> source) {
        this.source = source;
    }

    @Async
    @Override
    public Coroutine<T> get() {
        T value = await(source);
        return result(value);
    }
}
