package corpus;

import dev.fermata.Generator;
import dev.fermata.Yields;
import java.util.function.Function;

class Holes {
    @Yields
    Generator<String> all() {
        Generator.yield(null);
        Function<String, Generator<String>> none = text -> null;
        Generator.yield(none.apply(null) == null ? null : "x");
        return Generator.end(null);
    }
}
