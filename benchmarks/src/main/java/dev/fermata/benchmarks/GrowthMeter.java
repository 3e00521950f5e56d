package dev.fermata.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Processor time and allocation of this thread, between {@link #start} and {@link #stop}. What a machine does besides does not
 * count; neither do the collector and the JIT, which have threads of their own.
 *
 * <p>What is stopped several times in one sample is added up, so that small sizes are run often enough for a clock whose
 * reading costs as much as several operations. That cost is measured first, and taken off.
 */
final class GrowthMeter {
    private static final int TRIALS = 10_001;

    private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Map<String, Sum> sample = new LinkedHashMap<>();
    private final Map<String, List<Sum>> samples = new LinkedHashMap<>();
    private double ownNanos;
    private double ownBytes;
    private long startNanos;
    private long startBytes;

    GrowthMeter() {
        for (int i = 0; i < TRIALS; i++) {
            start();
            stop("", 1);
            endSample();
        }
        GrowthLine own = lines(0).get(0);
        ownNanos = own.nanos();
        ownBytes = own.bytes();
    }

    /** Begins to measure. Nothing else is being measured. */
    void start() {
        startBytes = thread.getCurrentThreadAllocatedBytes();
        startNanos = thread.getCurrentThreadCpuTime();
    }

    /** Ends it, and adds it to what else the sample has of this name. */
    void stop(String what, long operations) {
        double nanos = thread.getCurrentThreadCpuTime() - startNanos - ownNanos;
        double bytes = thread.getCurrentThreadAllocatedBytes() - startBytes - ownBytes;
        sample.computeIfAbsent(what, it -> new Sum()).add(nanos, bytes, operations);
    }

    void endSample() {
        sample.forEach((what, sum) ->
                samples.computeIfAbsent(what, it -> new ArrayList<>()).add(sum));
        sample.clear();
    }

    /** Drops what was measured. */
    void forget() {
        sample.clear();
        samples.clear();
    }

    /** The medians of all samples, which it then forgets. */
    List<GrowthLine> lines(int size) {
        List<GrowthLine> lines = new ArrayList<>();
        samples.forEach((what, sums) -> lines.add(new GrowthLine(
                what,
                size,
                median(sums.stream().mapToDouble(it -> it.nanos / it.operations).toArray()),
                median(sums.stream().mapToDouble(it -> it.bytes / it.operations).toArray()))));
        forget();
        return lines;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
    }

    private static final class Sum {
        private double nanos;
        private double bytes;
        private long operations;

        void add(double moreNanos, double moreBytes, long moreOperations) {
            nanos += moreNanos;
            bytes += moreBytes;
            operations += moreOperations;
        }
    }
}
