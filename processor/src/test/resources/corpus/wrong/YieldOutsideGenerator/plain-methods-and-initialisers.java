package corpus;

import dev.fermata.AsyncGenerator;
import dev.fermata.Generator;

class Numbers {
    private final Object first = Generator.yield(1); // error YieldOutsideGenerator

    static {
        AsyncGenerator.yield(2); // error YieldOutsideGenerator
    }

    Numbers() {
        Generator.yield(3); // error YieldOutsideGenerator
    }

    Generator<Integer> all() {
        Generator.yield(first); // error YieldOutsideGenerator
        return Generator.end();
    }
}
