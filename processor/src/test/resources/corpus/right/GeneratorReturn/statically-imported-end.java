package corpus;

import static dev.fermata.Generator.end;

import dev.fermata.Generator;
import dev.fermata.Yields;

class Imported {
    @Yields
    Generator<String> all(boolean some) {
        if (!some) {
            return end();
        }
        Generator.yield("x");
        return end("x");
    }
}
