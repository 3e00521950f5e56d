package corpus;

import dev.fermata.Generator;
import dev.fermata.Yields;
import java.util.function.Function;
import java.util.function.Supplier;

class Delegates {
    private final Delegates next = this;

    Generator<Integer> all() {
        return next.numbers();
    }

    @Yields
    Generator<Integer> numbers() {
        Supplier<Generator<Integer>> others = () -> next.numbers();
        Function<Integer, Generator<Integer>> from = i -> {
            return next.all();
        };
        Generator.yieldFrom(others.get());
        Generator.yieldFrom(from.apply(1));
        return Generator.end();
    }
}
