package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Yields;

import static dev.fermata.Coroutine.await;

class Mixed {
    @Async
    AsyncGenerator<Integer> later(Coroutine<Integer> first) {
        Generator.yield(await(first)); // error YieldOutsideGenerator
        AsyncGenerator.yield(2);
        return AsyncGenerator.end();
    }

    @Yields
    Generator<Integer> now() {
        AsyncGenerator.yield(1); // error YieldOutsideGenerator
        Generator.yield(2);
        return Generator.end();
    }
}
