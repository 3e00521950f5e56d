package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.Generator;
import dev.fermata.Yields;

abstract class Both {
    @Async
    @Yields
    abstract AsyncGenerator<String> one(); // error AsyncModifiers

    @Yields
    @Async
    Generator<String> two() { // error AsyncModifiers
        Generator.yield("x");
        return Generator.end();
    }
}
