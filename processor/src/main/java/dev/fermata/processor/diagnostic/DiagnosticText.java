package dev.fermata.processor.diagnostic;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of a diagnostic: what and why on the first line, the cure on the next.
 *
 * <p>The user sees the cure indented by two blanks. They are not in the text: javac puts them in front of each line of a
 * message but the first, and would put them in front of ours.
 */
public final class DiagnosticText {
    /** No line is longer. */
    static final int WIDTH = 140;

    /** What javac adds to each line but the first. */
    private static final int INDENT = 2;

    private DiagnosticText() {}

    /**
     * Builds the text {@code [Id] what; why} and, under it, the cure.
     *
     * @param id what is reported
     * @param what what is wrong and, after a semicolon, why, without a full stop
     * @param cure what to write instead, in the imperative, with a full stop
     * @return the two lines
     */
    public static String of(DiagnosticId id, Line what, Line cure) {
        return firstLine(id, what) + "\n" + cure.fit(WIDTH - INDENT);
    }

    /** As {@link #of}, with a cure that is a list: it goes on over as many lines as it needs. */
    static String listing(DiagnosticId id, Line what, String cure, List<String> choices) {
        List<String> lines = new ArrayList<>(List.of(firstLine(id, what)));
        StringBuilder line = new StringBuilder(cure);
        for (int i = 0; i < choices.size(); i++) {
            String choice = choices.get(i) + (i + 1 < choices.size() ? "," : ".");
            if (line.length() + 1 + choice.length() > WIDTH - INDENT) {
                lines.add(line.toString());
                line = new StringBuilder(choice);
            } else {
                line.append(' ').append(choice);
            }
        }
        lines.add(line.toString());
        return String.join("\n", lines);
    }

    private static String firstLine(DiagnosticId id, Line what) {
        String head = "[" + id.text() + "] ";
        return head + what.fit(WIDTH - head.length());
    }
}
