package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

abstract class Source<T> {
    @Async
    abstract Coroutine<T> next();

    Coroutine<Void> close() {
        return done();
    }
}

class Fixed<T> extends Source<T> {
    private final T value;

    Fixed(T value) {
        this.value = value;
    }

    @Override
    Coroutine<T> next() {
        return result(value);
    }

    @Async
    @Override
    Coroutine<Void> close() {
        await(Asyncio.sleep(Duration.ofMillis(1)));
        return done();
    }
}
