package corpus;

import dev.fermata.Generator;
import dev.fermata.Yields;
import java.util.ArrayList;
import java.util.List;

class Tree<T> implements Iterable<T> {
    private final T value;
    private final List<Tree<T>> children = new ArrayList<>();

    Tree(T value) {
        this.value = value;
    }

    @Yields
    @Override
    public Generator<T> iterator() {
        Generator.yield(value);
        for (Tree<T> child : children) {
            Generator.yieldFrom(child);
        }
        return Generator.end();
    }
}
