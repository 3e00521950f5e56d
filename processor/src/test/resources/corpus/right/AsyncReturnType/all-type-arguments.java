package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Yields;
import java.util.List;
import java.util.Map;

interface Reader<T, N extends Number> {
    @Async
    Coroutine<?> any();

    @Async
    Coroutine<? extends Number> number();

    @Async
    Coroutine<T> value();

    @Async
    <X> Coroutine<? super X> wild(X x);

    @Async
    Coroutine<List<? extends Map<String, T[]>>> deep();

    @Async
    AsyncGenerator<N> stream();

    @Yields
    Generator<byte[]> blocks();
}
