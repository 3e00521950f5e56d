package corpus;

import dev.fermata.Generator;
import dev.fermata.Yields;

enum Suit {
    HEARTS,
    SPADES;

    @Yields
    static Generator<Suit> all() {
        for (Suit suit : values()) {
            Generator.yield(suit);
        }
        return Generator.end();
    }
}

record Range(int low, int high) implements Iterable<Integer> {
    @Yields
    @Override
    public Generator<Integer> iterator() {
        for (int i = low; i < high; i++) {
            boolean skip = Generator.<Object>yield(i) != null;
            if (skip) {
                i++;
            }
        }
        return Generator.end();
    }
}

interface Sources {
    @Yields
    default Generator<String> words() {
        Generator.yield("a");
        return Generator.end();
    }
}
