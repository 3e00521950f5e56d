package dev.fermata.processor.fuzz;

import java.util.List;

/**
 * A coroutine function, generator function or async generator function of a program.
 *
 * @param index its place: functions call those of a higher place only, so that programs come to an end
 */
record Function(int index, String name, Kind kind, Form form, Type result, List<Type> parameters) {
    /** What it makes when it is called. */
    enum Form {
        COROUTINE("Coroutine"),
        GENERATOR("Generator"),
        ASYNC_GENERATOR("AsyncGenerator");

        private final String type;

        Form(String type) {
            this.type = type;
        }

        /** The class of that. */
        String type() {
            return type;
        }
    }

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
