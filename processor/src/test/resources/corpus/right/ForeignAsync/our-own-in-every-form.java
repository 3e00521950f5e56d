package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Yields;
import dev.fermata.Generator;

interface Ours {
    @Async
    Coroutine<String> one();

    @dev.fermata.Async
    AsyncGenerator<String> many();

    @Yields
    Generator<String> words();
}
