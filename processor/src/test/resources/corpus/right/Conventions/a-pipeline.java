package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncFunction;
import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncIterable;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.sync.AsyncSemaphore;
import java.time.Duration;
import java.util.Optional;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Pipeline<A, B> {
    private final AsyncFunction<A, B> stage;
    private final AsyncSemaphore slots = new AsyncSemaphore(4);

    Pipeline(AsyncFunction<A, B> stage) {
        this.stage = stage;
    }

    <C> Pipeline<A, C> then(AsyncFunction<? super B, C> next) {
        return new Pipeline<>(a -> next.apply(await(stage.apply(a))));
    }

    @Async
    AsyncGenerator<B> over(AsyncIterable<? extends A> source) throws Exception {
        for (A each : source) {
            B made = await(slots.with(() -> stage.apply(each)));
            if (made != null) {
                AsyncGenerator.yield(made);
            }
        }
        return AsyncGenerator.end();
    }

    @Async
    Coroutine<Optional<B>> first(AsyncIterable<? extends A> source) throws Exception {
        try (AsyncGenerator<B> all = over(source)) {
            for (B each : all) {
                return result(Optional.of(each));
            }
        }
        return result(Optional.empty());
    }

    @Async
    Coroutine<B> retry(A value, int times) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                return result(await(stage.apply(value)));
            } catch (IllegalStateException e) {
                if (attempt == times) {
                    throw e;
                }
                await(Asyncio.sleep(Duration.ofMillis(10L << attempt)));
            }
        }
    }
}
