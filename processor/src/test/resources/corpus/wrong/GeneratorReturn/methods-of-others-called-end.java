package corpus;

import dev.fermata.Generator;
import dev.fermata.Yields;

class Own {
    private final Own inner = this;

    Generator<String> end() {
        return Generator.end();
    }

    @Yields
    Generator<String> all() {
        Generator.yield("x");
        return inner.end(); // error GeneratorReturn
    }

    @Yields
    Generator<String> unqualified() {
        Generator.yield("y");
        return end(); // error GeneratorReturn
    }
}
