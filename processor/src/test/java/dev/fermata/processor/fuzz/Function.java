package dev.fermata.processor.fuzz;

import java.util.List;

/**
 * A coroutine function or generator function of a program.
 *
 * @param index its place: functions call those of a higher place only, so that programs come to an end
 */
record Function(int index, String name, Kind kind, boolean yields, Type result, List<Type> parameters) {
    /** Where a function can be declared, which decides how it is called. */
    enum Kind {
        STATIC,
        INSTANCE,
        PRIVATE,
        OVERRIDE,
        INHERITED,
        DEFAULT,
        INTERFACE_STATIC,
        INTERFACE_PRIVATE,
        INNER,
        NESTED,
        RECORD,
        ENUM,
        ENUM_CONSTANT,
        GENERIC,
        FIELD_LAMBDA;

        /** Whether it takes the object of the main class as an argument, since it is no method of that. */
        boolean takesSelf() {
            return switch (this) {
                case STATIC, INTERFACE_STATIC, NESTED, RECORD, ENUM, ENUM_CONSTANT, FIELD_LAMBDA -> true;
                case INSTANCE, PRIVATE, OVERRIDE, INHERITED, DEFAULT, INTERFACE_PRIVATE, INNER, GENERIC -> false;
            };
        }
    }
}
