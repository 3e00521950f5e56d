package dev.fermata.processor.diagnostic;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of a diagnostic, or a part of one: fixed words with names of the user's source in them.
 *
 * @param pattern the words; {@code %s} stands for a name
 * @param names the names, in order
 */
public record Line(String pattern, List<String> names) {
    private static final String ELLIPSIS = "..";
    private static final int SHORTEST = 6;

    /** Copies the list. */
    public Line {
        names = List.copyOf(names);
    }

    /** Makes a line. */
    public static Line of(String pattern, String... names) {
        return new Line(pattern, List.of(names));
    }

    /** Returns this line, gone on with another. */
    public Line then(Line next) {
        List<String> all = new ArrayList<>(names);
        all.addAll(next.names);
        return new Line(pattern + next.pattern, all);
    }

    /** Returns this line, gone on with more words. */
    public Line then(String nextPattern, String... nextNames) {
        return then(of(nextPattern, nextNames));
    }

    /**
     * Fills the names in. Where the line would become too long, its longest names are cut short: the words say what is wrong,
     * and the position says where.
     */
    String fit(int width) {
        List<String> shown = new ArrayList<>(names.stream().map(Line::onOneLine).toList());
        while (format(shown).length() > width) {
            int longest = longest(shown);
            if (longest < 0 || shown.get(longest).length() <= SHORTEST) {
                break;
            }
            shown.set(longest, cut(shown.get(longest)));
        }
        return format(shown);
    }

    private String format(List<String> shown) {
        return String.format(pattern, shown.toArray());
    }

    private static int longest(List<String> shown) {
        int longest = -1;
        for (int i = 0; i < shown.size(); i++) {
            if (longest < 0 || shown.get(i).length() > shown.get(longest).length()) {
                longest = i;
            }
        }
        return longest;
    }

    private static String cut(String name) {
        int kept = name.endsWith(ELLIPSIS) ? name.length() - ELLIPSIS.length() : name.length();
        return name.substring(0, kept - 1) + ELLIPSIS;
    }

    /** A name may be an expression, which the source may have broken. */
    private static String onOneLine(String name) {
        return name.strip().replaceAll("\\s+", " ");
    }
}
