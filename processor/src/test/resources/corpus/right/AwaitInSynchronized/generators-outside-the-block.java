package corpus;

import dev.fermata.Generator;
import dev.fermata.Yields;
import java.util.ArrayDeque;
import java.util.Deque;

class Walk {
    private final Deque<String> names = new ArrayDeque<>();

    @Yields
    Generator<String> all() {
        while (true) {
            String next;
            synchronized (names) {
                next = names.poll();
            }
            if (next == null) {
                return Generator.end();
            }
            Generator.yield(next);
        }
    }

    @Yields
    Generator<String> made() {
        Iterable<String> inner;
        synchronized (this) {
            inner = new Iterable<>() {
                @Yields
                @Override
                public Generator<String> iterator() {
                    Generator.yield("in");
                    return Generator.end();
                }
            };
        }
        Generator.yieldFrom(inner);
        return Generator.end();
    }
}
