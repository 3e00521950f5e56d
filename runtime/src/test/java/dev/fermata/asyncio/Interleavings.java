package dev.fermata.asyncio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Runs a program in many orders: in every one that there is, or in as many as one likes, by a seed. The program starts tasks,
 * runs them until all is quiet, and checks; a failure names the choices, or the seed, that led to it.
 */
public final class Interleavings {
    private final boolean permuted;
    private final int cancels;

    private Interleavings(boolean permuted, int cancels) {
        this.permuted = permuted;
        this.cancels = cancels;
    }

    /** Whichever of those that are ready runs next. */
    public static Interleavings permuted(int cancels) {
        return new Interleavings(true, cancels);
    }

    /** First come, first run, as in a real loop; only the places of the cancels vary. */
    public static Interleavings inOrder(int cancels) {
        return new Interleavings(false, cancels);
    }

    /** Runs every one; returns how many there were. */
    public int all(Consumer<Interleaving> program) {
        int runs = 0;
        int[] path = {};
        do {
            Path choices = new Path(path);
            run(program, new Interleaving(choices::choose, permuted, cancels), choices);
            runs++;
            path = choices.following();
        } while (path != null);
        return runs;
    }

    /** Runs some, at random. */
    public void some(int runs, Consumer<Interleaving> program) {
        for (int seed = 0; seed < runs; seed++) {
            Random random = new Random(seed);
            run(program, new Interleaving(random::nextInt, permuted, cancels), "seed " + seed);
        }
    }

    private static void run(Consumer<Interleaving> program, Interleaving interleaving, Object how) {
        try {
            program.accept(interleaving);
        } catch (Throwable failed) {
            throw new AssertionError("in the interleaving of " + how + ": " + failed.getMessage(), failed);
        } finally {
            interleaving.close();
        }
    }

    /** Choices, taken one after the other; those that follow are the next ones in a count with a base of its own for each digit. */
    private static final class Path {
        private final int[] given;
        private final List<int[]> taken = new ArrayList<>();

        Path(int[] given) {
            this.given = given;
        }

        int choose(int options) {
            int chosen = taken.size() < given.length ? given[taken.size()] : 0;
            taken.add(new int[] {chosen, options});
            return chosen;
        }

        /** Null after the last one. */
        int[] following() {
            for (int last = taken.size() - 1; last >= 0; last--) {
                if (taken.get(last)[0] + 1 < taken.get(last)[1]) {
                    int[] path = new int[last + 1];
                    for (int at = 0; at <= last; at++) {
                        path[at] = taken.get(at)[0];
                    }
                    path[last]++;
                    return path;
                }
            }
            return null;
        }

        @Override
        public String toString() {
            return "choices "
                    + Arrays.toString(taken.stream().mapToInt(it -> it[0]).toArray());
        }
    }
}
