package dev.fermata.processor.report;

/**
 * Text in HTML and SVG. What it writes is well-formed XML, too, so that a strict parser can tell whether anything was forgotten.
 */
final class Markup {
    private Markup() {}

    /** Returns a text as content of an element or as a value in double quotes. */
    static String text(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isAllowed(c) ? c : '\ufffd');
            }
        });
        return safe.toString();
    }

    /** The characters of XML 1.0, 2.2: no controls but white space, and no halves of characters. */
    private static boolean isAllowed(int c) {
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean control = c < ' ' && c != '\t' && c != '\n' && c != '\r' || c >= 0x7f && c < 0xa0;
        return !surrogate && !control && c != 0xfffe && c != 0xffff;
    }

    /** Returns a length with one digit behind the point, whatever the locale. */
    static String number(double value) {
        long tenths = Math.round(value * 10);
        long whole = Math.abs(tenths) / 10;
        long tenth = Math.abs(tenths) % 10;
        return (tenths < 0 ? "-" : "") + whole + (tenth == 0 ? "" : "." + tenth);
    }

    /** Returns a text cut to a number of characters. */
    static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "\u2026";
    }
}
