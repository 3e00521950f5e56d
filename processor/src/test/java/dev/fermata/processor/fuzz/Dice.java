package dev.fermata.processor.fuzz;

import java.util.List;
import java.util.Random;

/** Chance, by a seed: {@link Random} gives the same numbers on every machine, as its contract says. */
final class Dice {
    private final Random random;

    Dice(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L ^ seed >>> 7);
    }

    /** A number from 0 to below the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A number between these, both included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    @SafeVarargs
    final <T> T pick(T... all) {
        return all[random.nextInt(all.length)];
    }
}
