package dev.fermata.machine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the locals of a frame that is suspended, or fresh, with the table that its generated class carries as a string
 * constant, see {@link Frame#local}. As with the lines, nothing is paid until somebody asks.
 *
 * <pre>
 *   table      parts variable*
 *   parts      how many constants the table is cut into; the values have the indices after theirs
 *   variable   type, length of the name, the name, number of runs, run*
 *   type       the first character of the descriptor (JVMS 4.3.2)
 *   run        value, first state, last state
 *   value      0 for a variable that is null, 1 for the first value
 * </pre>
 *
 * <p>Variables are in the order of their slots. A number is the character after it: that for zero itself takes two bytes in
 * a class file.
 */
final class Locals {
    private final String table;
    private int next;

    private Locals(String table) {
        this.table = table;
    }

    /** The variables by name, in the order of their slots; none in other states, and of frames written by hand. */
    static Map<String, @Nullable Object> of(Frame frame) {
        if (!(frame.local(0) instanceof String first)) {
            return Map.of();
        }
        int parts = first.charAt(0) - 1;
        StringBuilder table = new StringBuilder(first);
        for (int part = 1; part < parts; part++) {
            table.append(frame.local(part));
        }
        return new Locals(table.toString()).read(frame, frame.state());
    }

    private Map<String, @Nullable Object> read(Frame frame, int state) {
        Map<String, @Nullable Object> locals = new LinkedHashMap<>();
        int parts = number();
        while (next < table.length()) {
            char type = table.charAt(next++);
            int length = number();
            String name = table.substring(next, next + length);
            next += length;
            for (int runs = number(); runs > 0; runs--) {
                int value = number();
                int from = number();
                int to = number();
                if (from <= state && state <= to) {
                    locals.put(name, value == 0 ? null : typed(type, frame.local(parts + value - 1)));
                }
            }
        }
        return Collections.unmodifiableMap(locals);
    }

    private int number() {
        return table.charAt(next++) - 1;
    }

    /** The machine has no types narrower than int (JVMS 2.11.1). */
    private static @Nullable Object typed(char type, @Nullable Object value) {
        if (!(value instanceof Integer number)) {
            return value;
        }
        return switch (type) {
            case 'Z' -> number != 0;
            case 'B' -> number.byteValue();
            case 'C' -> (char) number.intValue();
            case 'S' -> number.shortValue();
            default -> number;
        };
    }
}
