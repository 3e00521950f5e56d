package dev.fermata.benchmarks;

/** Something whose cost is to be seen at several sizes. It checks its result. */
interface GrowthWorkload {
    /** Below this many operations nothing is told apart from the noise of a machine. */
    int ENOUGH = 100_000;

    /** Runs once, and measures its parts. */
    void run(int size, GrowthMeter meter) throws Exception;

    /** From small to large. */
    default int[] sizes() {
        return new int[] {100, 1_000, 10_000, 100_000, 1_000_000};
    }

    /** How often it is run for one sample. */
    default int rounds(int size) {
        return Math.max(1, ENOUGH / size);
    }
}
