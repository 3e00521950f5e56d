package dev.fermata.processor.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON (RFC 8259): maps, lists, strings, integers, booleans and null, indented by two blanks. A library in its place would
 * be more code than this room, relocated into a jar that is on the path of every compile.
 */
final class JsonText {
    private final StringBuilder text = new StringBuilder();

    private final boolean indented;

    private JsonText(boolean indented) {
        this.indented = indented;
    }

    /** Returns a text on one line. */
    static String compact(Object value) {
        JsonText json = new JsonText(false);
        json.value(value, 0);
        return json.text.append('\n').toString();
    }

    /** Returns a text that is indented. */
    static String of(Object value) {
        JsonText json = new JsonText(true);
        json.value(value, 0);
        return json.text.append('\n').toString();
    }

    private void value(@Nullable Object value, int depth) {
        if (value instanceof Map<?, ?> map) {
            text.append('{');
            int left = map.size();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                line(depth + 1);
                string(String.valueOf(entry.getKey()));
                text.append(indented ? ": " : ":");
                value(entry.getValue(), depth + 1);
                text.append(--left > 0 ? "," : "");
            }
            close('}', map.size(), depth);
        } else if (value instanceof List<?> list) {
            boolean flat = isFlat(list);
            text.append('[');
            int left = list.size();
            for (Object element : list) {
                if (!flat) {
                    line(depth + 1);
                }
                value(element, depth + 1);
                text.append(--left > 0 ? flat && indented ? ", " : "," : "");
            }
            close(']', flat ? 0 : list.size(), depth);
        } else if (value instanceof String string) {
            string(string);
        } else if (value == null || value instanceof Integer || value instanceof Boolean) {
            text.append(value);
        } else {
            throw new IllegalArgumentException("no JSON: " + value.getClass());
        }
    }

    /** Whether it is short enough for one line: without an object, however deep. */
    private static boolean isFlat(List<?> list) {
        return list.stream().noneMatch(it -> it instanceof Map || it instanceof List<?> inner && !isFlat(inner));
    }

    private void close(char bracket, int size, int depth) {
        if (size > 0) {
            line(depth);
        }
        text.append(bracket);
    }

    private void line(int depth) {
        if (indented) {
            text.append('\n').append("  ".repeat(depth));
        }
    }

    private void string(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < ' ' || c == '\u2028' || c == '\u2029' || isLoneSurrogate(string, i)) {
                        escape(c);
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }

    /** UTF-8 has no bytes for a half of a character, which Java's strings may hold. */
    private static boolean isLoneSurrogate(String string, int index) {
        char c = string.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 == string.length() || !Character.isLowSurrogate(string.charAt(index + 1));
        }
        return Character.isLowSurrogate(c) && (index == 0 || !Character.isHighSurrogate(string.charAt(index - 1)));
    }

    private void escape(char c) {
        text.append("\\u");
        String hex = Integer.toHexString(c);
        text.append("0".repeat(4 - hex.length())).append(hex);
    }
}
