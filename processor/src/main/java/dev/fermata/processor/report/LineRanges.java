package dev.fermata.processor.report;

import java.util.List;

/** Lines as people write them: {@code 4–6, 9}. Lines without code between two others are no gap. */
final class LineRanges {
    private LineRanges() {}

    /**
     * Writes lines.
     *
     * @param lines the lines, in ascending order
     * @param code all lines that have code, in ascending order
     */
    static String of(List<Integer> lines, List<Integer> code) {
        StringBuilder text = new StringBuilder();
        for (int first = 0, next; first < lines.size(); first = next) {
            next = first + 1;
            while (next < lines.size() && code.indexOf(lines.get(next)) == code.indexOf(lines.get(next - 1)) + 1) {
                next++;
            }
            text.append(text.length() == 0 ? "" : ", ").append(lines.get(first));
            if (next - first > 1) {
                text.append('\u2013').append(lines.get(next - 1));
            }
        }
        return text.toString();
    }
}
