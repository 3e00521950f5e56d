package corpus;

import dev.fermata.Generator;
import dev.fermata.Yields;

class Lists {
    @Yields
    Generator<String> all(boolean more) {
        Generator.yield("a");
        if (more) {
            return rest(); // error GeneratorReturn
        }
        return Generator.end();
    }

    @Yields
    Generator<String> rest() {
        Generator.yield("b");
        return Generator.end();
    }
}
