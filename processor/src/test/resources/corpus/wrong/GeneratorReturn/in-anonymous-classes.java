package corpus;

import dev.fermata.Generator;
import dev.fermata.Yields;
import java.util.ArrayList;
import java.util.List;

class Bags<T> {
    private final List<T> items = new ArrayList<>();

    Iterable<T> view() {
        return new Iterable<T>() {
            @Yields
            @Override
            public Generator<T> iterator() {
                Generator.yield(items.get(0));
                return Bags.<T>other(); // error GeneratorReturn
            }
        };
    }

    static <T> Generator<T> other() {
        return Generator.end();
    }
}
