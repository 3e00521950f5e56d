package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Yields;

import static dev.fermata.Coroutine.await;

class Nothing {
    @Yields
    Generator<String> all(boolean some) {
        if (!some) {
            return null; // error NullCoroutine
        }
        Generator.yield("x");
        return Generator.end(null);
    }

    @Async
    AsyncGenerator<String> later(Coroutine<String> text) {
        AsyncGenerator.yield(await(text));
        return null; // error NullCoroutine
    }
}
