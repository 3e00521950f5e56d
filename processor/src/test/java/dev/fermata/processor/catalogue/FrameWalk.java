package dev.fermata.processor.catalogue;

import dev.fermata.machine.Frame;
import dev.fermata.machine.Transformed;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Finds the frames that can be reached from an object, through the fields of the catalogue's and the runtime's classes. */
final class FrameWalk {
    private static final Map<Class<?>, List<Field>> FIELDS = Collections.synchronizedMap(new IdentityHashMap<>());

    /** Some shapes build chains of a hundred thousand frames, all alike. */
    private static final int ENOUGH = 500;

    private FrameWalk() {}

    /** Visits the frames of generated classes. */
    static void from(Object root, Consumer<Frame> visitor) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> ahead = new ArrayDeque<>(List.of(root));
        while (!ahead.isEmpty() && seen.size() < ENOUGH) {
            Object next = ahead.pop();
            if (!seen.add(next)) {
                continue;
            }
            if (next instanceof Frame frame && next.getClass().isAnnotationPresent(Transformed.class)) {
                visitor.accept(frame);
            }
            referents(next).forEach(ahead::add);
        }
    }

    private static List<Object> referents(Object object) {
        List<Object> referents = new ArrayList<>();
        if (object instanceof Collection<?> all && isOfJava(object.getClass())) {
            all.stream().filter(it -> it != null).forEach(referents::add);
        } else if (object instanceof Object[] array) {
            for (int index = 0; index < Array.getLength(array); index++) {
                add(array[index], referents);
            }
        } else if (!isOfJava(object.getClass())) {
            for (Field field : FIELDS.computeIfAbsent(object.getClass(), FrameWalk::references)) {
                add(value(field, object), referents);
            }
        }
        return referents;
    }

    private static void add(Object value, List<Object> referents) {
        if (value != null) {
            referents.add(value);
        }
    }

    private static boolean isOfJava(Class<?> type) {
        return type.getName().startsWith("java.") || type.getName().startsWith("jdk.");
    }

    /** The instance fields of reference type, inherited ones included. */
    private static List<Field> references(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> each = type; each != null && !isOfJava(each); each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    field.setAccessible(true);
                    fields.add(field);
                }
            }
        }
        return fields;
    }

    /** The names of the fields of a generated class that hold something, apart from the receiver. */
    static List<String> held(Frame frame) {
        List<String> held = new ArrayList<>();
        for (Field field : FIELDS.computeIfAbsent(frame.getClass(), FrameWalk::references)) {
            boolean own = field.getDeclaringClass() == frame.getClass()
                    && !field.getName().equals("receiver");
            if (own && value(field, frame) != null) {
                held.add(field.getName());
            }
        }
        return held;
    }

    private static Object value(Field field, Object object) {
        try {
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The value of a field that a generated class has. */
    static Object held(Frame frame, String name) {
        try {
            Field field = frame.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return value(field, frame);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The state of a frame, as {@link Frame} numbers it. */
    static int state(Frame frame) {
        try {
            Field state = Frame.class.getDeclaredField("state");
            state.setAccessible(true);
            return state.getInt(frame);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
