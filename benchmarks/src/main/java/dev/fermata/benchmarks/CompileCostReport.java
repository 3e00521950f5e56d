package dev.fermata.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Ratios of {@link CompileCost}: the benchmarks run in turn, round by round, so that what else the machine does meets all of them. */
final class CompileCostReport {
    private CompileCostReport() {}

    static void print(int rounds) throws RunnerException {
        Map<String, List<Double>> clock = new TreeMap<>();
        Map<String, List<Double>> cpu = new TreeMap<>();
        for (int round = 0; round < rounds; round++) {
            Collection<RunResult> results = new Runner(new OptionsBuilder()
                            .include("\\bCompileCost\\.")
                            .forks(1)
                            .addProfiler(CpuTime.class)
                            .shouldFailOnError(true)
                            .verbosity(VerboseMode.SILENT)
                            .build())
                    .run();
            for (RunResult result : results) {
                String name = result.getPrimaryResult().getLabel();
                note(clock, name, result.getPrimaryResult().getScore());
                note(cpu, name, result.getSecondaryResults().get(CpuTime.NAME).getScore());
            }
            print("after round " + (round + 1) + " of " + rounds, clock, cpu);
        }
    }

    private static void print(String title, Map<String, List<Double>> clock, Map<String, List<Double>> cpu) {
        PrintStream out = System.out;
        out.printf("%-24s %12s %12s   (medians, milliseconds)%n", title, "clock", "processor");
        clock.forEach((name, times) -> out.printf("%-24s %12.0f %12.0f%n", name, median(times), median(cpu.get(name))));
        line("any processor adds", "javac", "idleProcessor", clock, cpu);
        line("Fermata adds to that", "idleProcessor", "fermata", clock, cpu);
        line("both together", "javac", "fermata", clock, cpu);
    }

    private static void line(
            String title, String base, String more, Map<String, List<Double>> clock, Map<String, List<Double>> cpu) {
        System.out.printf("%-24s %11.1f%% %11.1f%%%n", title, added(base, more, clock), added(base, more, cpu));
    }

    private static void note(Map<String, List<Double>> times, String name, double time) {
        times.computeIfAbsent(name, it -> new ArrayList<>()).add(time);
    }

    /** The median of the ratios of each round, in percent. */
    private static double added(String base, String more, Map<String, List<Double>> times) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < times.get(base).size(); round++) {
            ratios.add(times.get(more).get(round) / times.get(base).get(round));
        }
        return 100 * (median(ratios) - 1);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }
}
