package dev.fermata.processor.catalogue;

import java.util.List;

/** Two traces that should be one. */
public record Difference(List<String> expected, List<String> actual) {
    private static final int CONTEXT = 12;

    /** Both traces around the first line in which they differ. */
    @Override
    public String toString() {
        int line = 0;
        while (line < expected.size()
                && line < actual.size()
                && expected.get(line).equals(actual.get(line))) {
            line++;
        }
        return "differs from line " + line + " on\n  the oracle:\n" + around(expected, line) + "  rewritten:\n"
                + around(actual, line);
    }

    private static String around(List<String> trace, int line) {
        StringBuilder text = new StringBuilder();
        int end = Math.min(trace.size(), line + CONTEXT);
        for (int i = Math.max(0, line - CONTEXT); i < end; i++) {
            text.append(i == line ? "  > " : "    ").append(trace.get(i)).append('\n');
        }
        return text.append(end < trace.size() ? "    ...\n" : "").toString();
    }
}
