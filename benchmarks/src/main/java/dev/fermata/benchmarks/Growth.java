package dev.fermata.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the cost of one operation grows with the number of tasks, timers, frames, waiters, and awaits of a method.
 * {@code docs/growth.md} says what each line is.
 */
public final class Growth {
    private static final int REPETITIONS = 7;

    /** So often in all, before anything counts, that the JIT is done with it. */
    private static final int WARM_UP = 3_000_000;

    private Growth() {}

    /**
     * Without arguments: measures, and prints the table. {@code measure <page>}: does, and puts the table in the place of the
     * one that the page holds, and the picture beside it. {@code draw <page>}: only the picture, of the table that is there.
     *
     * @param arguments see above
     * @throws Exception if something cannot be measured, read or written
     */
    public static void main(String... arguments) throws Exception {
        if (arguments.length == 0) {
            measure();
        } else if (arguments.length == 2 && arguments[0].equals("measure")) {
            Path page = Path.of(arguments[1]);
            Files.readAllLines(page); // fails before the minutes that it takes, not after them
            replace(page, measure());
            draw(page);
        } else if (arguments.length == 2 && arguments[0].equals("draw")) {
            draw(Path.of(arguments[1]));
        } else {
            System.err.println("usage: Growth [measure <page> | draw <page>]");
            System.exit(2);
        }
    }

    private static List<GrowthLine> measure() throws Exception {
        List<GrowthWorkload> workloads = List.of(
                new GrowthYardstick(),
                new GrowthTasks(),
                new GrowthTimers(),
                new GrowthFrames(),
                new GrowthWaiters(),
                new GrowthAwaits());
        GrowthMeter meter = new GrowthMeter();
        List<GrowthLine> table = new ArrayList<>();
        for (GrowthWorkload workload : workloads) {
            int warm = workload.sizes()[1];
            int rounds = workload.rounds(warm) * Math.max(1, WARM_UP / GrowthWorkload.ENOUGH);
            for (int round = 0; round < rounds; round++) {
                workload.run(warm, meter);
            }
            for (int size : workload.sizes()) {
                sample(workload, size, meter);
                meter.forget(); // the first one meets a heap and caches that know another size
                for (int repetition = 0; repetition < REPETITIONS; repetition++) {
                    sample(workload, size, meter);
                }
                List<GrowthLine> lines = meter.lines(size);
                lines.forEach(System.out::println);
                table.addAll(lines);
            }
        }
        return table;
    }

    private static void sample(GrowthWorkload workload, int size, GrowthMeter meter) throws Exception {
        for (int round = 0; round < workload.rounds(size); round++) {
            workload.run(size, meter);
        }
        meter.endSample();
    }

    /** Puts a table where the page has one. */
    private static void replace(Path page, List<GrowthLine> table) throws IOException {
        List<String> text = new ArrayList<>(Files.readAllLines(page));
        int first = 0;
        while (first < text.size() && !GrowthLine.isOne(text.get(first))) {
            first++;
        }
        if (first == text.size()) {
            throw new IOException(page + " has no line that begins with GROWTH and a tab, for the table to replace");
        }
        text.removeIf(GrowthLine::isOne);
        text.addAll(first, table.stream().map(GrowthLine::toString).toList());
        Files.write(page, text);
    }

    private static void draw(Path page) throws IOException {
        List<GrowthLine> table = GrowthLine.parse(Files.readAllLines(page).stream());
        if (table.isEmpty()) {
            throw new IOException(page + " has no table: no line begins with GROWTH and a tab");
        }
        String name = page.getFileName().toString().replaceFirst("\\.[^.]*$", "") + ".svg";
        Files.writeString(page.resolveSibling(name), GrowthPicture.of(table));
    }
}
