package dev.fermata.processor.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Some of the lines that have code, without a gap.
 *
 * @param first the first one
 * @param last the last one
 */
record LineRange(int first, int last) {
    /**
     * Groups lines. Lines without code between two others are no gap.
     *
     * @param lines the lines, in ascending order
     * @param code all lines that have code, in ascending order
     */
    static List<LineRange> of(List<Integer> lines, List<Integer> code) {
        List<LineRange> ranges = new ArrayList<>();
        int at = 0; // in the code
        for (int first = 0, next; first < lines.size(); first = next) {
            while (at < code.size() && code.get(at) < lines.get(first)) {
                at++;
            }
            next = first + 1;
            at++;
            while (next < lines.size() && at < code.size() && code.get(at).equals(lines.get(next))) {
                next++;
                at++;
            }
            ranges.add(new LineRange(lines.get(first), lines.get(next - 1)));
        }
        return ranges;
    }

    /** Writes them as people do: {@code 4–6, 9}. */
    static String text(List<Integer> lines, List<Integer> code) {
        return of(lines, code).stream().map(LineRange::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return first == last ? String.valueOf(first) : first + "\u2013" + last;
    }
}
