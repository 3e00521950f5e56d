package dev.fermata.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs the programs of a range of seeds, batch by batch; a batch, its flags and its language level follow from the seeds in it. */
final class Fuzzer {
    static final int BATCH = 40;

    private static final boolean NEWER = Runtime.version().feature() >= 21;

    private final Theatre theatre;
    private final Tally tally = new Tally();
    private final Consumer<String> progress;

    Fuzzer(Theatre theatre, Consumer<String> progress) {
        this.theatre = theatre;
        this.progress = progress;
    }

    Tally tally() {
        return tally;
    }

    /** Runs so many programs from a seed on; stops at the first batch with faults, and gives these. */
    List<Fault> run(long seed, int programs) {
        long end = seed + programs;
        for (long from = seed; from < end; ) {
            long number = Math.floorDiv(from, BATCH);
            long to = Math.min(end, (number + 1) * BATCH);
            boolean newer = isNewer(number);
            Batch batch = new Batch(theatre, Flavour.of(number), newer, Scenario::some);
            List<Fault> faults = batch.run(programs(from, to, newer), tally);
            if (!faults.isEmpty()) {
                return faults;
            }
            progress.accept("to seed " + (to - 1) + ": " + tally);
            from = to;
        }
        return List.of();
    }

    /** Whether a batch is in the newest language; half of them are not, so that class files of Java 17 come up, too. */
    static boolean isNewer(long number) {
        return NEWER && Math.floorMod(number, 2) == 0;
    }

    /** The programs of these seeds. */
    static List<Program> programs(long from, long to, boolean newer) {
        List<Program> programs = new ArrayList<>();
        for (long seed = from; seed < to; seed++) {
            programs.add(ProgramGenerator.of(seed, newer));
        }
        return programs;
    }
}
