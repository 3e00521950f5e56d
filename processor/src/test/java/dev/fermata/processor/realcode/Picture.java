package dev.fermata.processor.realcode;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.BaseStream;

/** What a value looks like all the way down, as text: equal values have equal pictures, whichever objects they are. */
final class Picture {
    private static final int DEEPEST = 6;
    private static final int LONGEST = 2_000;

    private final Map<Object, Integer> drawn = new IdentityHashMap<>();
    private final StringBuilder text = new StringBuilder();

    private Picture() {}

    static String of(Object value) {
        Picture picture = new Picture();
        picture.draw(value, 0);
        return picture.text.toString();
    }

    private void draw(Object value, int depth) {
        if (value == null || value instanceof Number || value instanceof Boolean || value instanceof Enum<?>) {
            // With the class, since 1 and 1L are not the same.
            text.append(value == null ? "" : value.getClass().getSimpleName())
                    .append(' ')
                    .append(value);
        } else if (value instanceof String || value instanceof Character) {
            text.append('"').append(value).append('"');
        } else if (value instanceof Class<?> type) {
            text.append(type.getName());
        } else if (depth > DEEPEST || text.length() > LONGEST * 10) {
            text.append("..");
        } else if (drawn.putIfAbsent(value, drawn.size()) != null) {
            text.append('#').append(drawn.get(value));
        } else {
            text.append(value.getClass().isArray() ? "[]" : name(value.getClass()))
                    .append('{');
            drawObject(value, depth + 1);
            text.append('}');
        }
    }

    /** Lambdas have numbers for names, in the order in which they were made. */
    private static String name(Class<?> type) {
        return type.getName().replaceAll("\\$\\$Lambda.*", "\\$\\$Lambda");
    }

    private void drawObject(Object value, int depth) {
        if (value.getClass().isArray()) {
            for (int index = 0; index < Array.getLength(value) && index < LONGEST; index++) {
                draw(Array.get(value, index), depth);
                text.append(',');
            }
            text.append(Array.getLength(value));
        } else if (value instanceof Throwable thrown) {
            text.append(thrown.getMessage());
        } else if (value instanceof Map<?, ?> map) {
            drawAll(map.entrySet().iterator(), depth);
        } else if (value instanceof Map.Entry<?, ?> entry) {
            draw(entry.getKey(), depth);
            text.append('=');
            draw(entry.getValue(), depth);
        } else if (value instanceof Collection<?> collection) {
            drawAll(collection.iterator(), depth);
        } else if (value instanceof Iterator<?> iterator) {
            drawAll(iterator, depth);
        } else if (value instanceof BaseStream<?, ?> stream) {
            drawAll(stream.iterator(), depth);
        } else if (value instanceof Optional<?> optional) {
            draw(optional.orElse(null), depth);
        } else if (value instanceof CharSequence sequence) {
            text.append(sequence);
        } else {
            for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
                drawFields(value, type, depth);
            }
        }
    }

    private void drawAll(Iterator<?> elements, int depth) {
        for (int count = 0; count < 100 && elements.hasNext(); count++) {
            draw(elements.next(), depth);
            text.append(',');
        }
    }

    /** The fields of a class; those that the JDK keeps closed are left out. */
    private void drawFields(Object value, Class<?> type, int depth) {
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                try {
                    field.setAccessible(true);
                    text.append(field.getName()).append(':');
                    draw(field.get(value), depth);
                    text.append(',');
                } catch (InaccessibleObjectException | IllegalAccessException closed) {
                    text.append(field.getName());
                }
            }
        }
    }
}
