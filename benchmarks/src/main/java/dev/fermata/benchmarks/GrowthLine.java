package dev.fermata.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One line of the table of {@link Growth}.
 *
 * @param what the panel of the picture and the curve in it, with ": " between them
 * @param size how many tasks, timers, frames, waiters or awaits there are at once
 * @param nanos processor time of one operation
 * @param bytes what one operation allocates
 */
record GrowthLine(String what, int size, double nanos, double bytes) {
    private static final String MARK = "GROWTH\t";

    /** Those of a text that holds others, too. */
    static List<GrowthLine> parse(Stream<String> lines) {
        return lines.filter(GrowthLine::isOne).map(GrowthLine::parse).toList();
    }

    static boolean isOne(String line) {
        return line.startsWith(MARK);
    }

    private static GrowthLine parse(String line) {
        String[] cells = line.split("\t");
        if (cells.length != 5 || !cells[1].contains(": ")) {
            throw new IllegalArgumentException(
                    "not GROWTH, what, n, ns per op, bytes per op with tabs between them: " + line);
        }
        return new GrowthLine(
                cells[1], Integer.parseInt(cells[2]), Double.parseDouble(cells[3]), Double.parseDouble(cells[4]));
    }

    String panel() {
        return what.substring(0, what.indexOf(": "));
    }

    String curve() {
        return what.substring(what.indexOf(": ") + 2);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s%s\t%d\t%.1f\t%.1f", MARK, what, size, nanos, bytes);
    }
}
