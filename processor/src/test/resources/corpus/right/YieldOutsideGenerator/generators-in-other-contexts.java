package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Yields;

import static dev.fermata.Coroutine.await;

class Contexts {
    Iterable<Integer> countdown(int from) {
        return new Iterable<>() {
            @Yields
            @Override
            public Generator<Integer> iterator() {
                for (int i = from; i > 0; i--) {
                    Generator.yield(i);
                }
                return Generator.end();
            }
        };
    }

    interface Streams {
        @Async
        AsyncGenerator<Integer> open();
    }

    Streams streams(Coroutine<Integer> first) {
        return () -> {
            AsyncGenerator.yield(await(first));
            return AsyncGenerator.end();
        };
    }
}
