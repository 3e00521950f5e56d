package dev.fermata.inspect;

import dev.fermata.AsyncFunction;
import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** The names that Python's {@code type()} has for functions and what they return. */
final class TypeNames {
    private TypeNames() {}

    static String of(@Nullable Object object) {
        if (object == null) {
            return "null";
        }
        if (object instanceof Method
                || object instanceof FunctionRef
                || object instanceof AsyncSupplier
                || object instanceof AsyncFunction) {
            return "function";
        }
        if (object instanceof Coroutine) {
            return "coroutine";
        }
        if (object instanceof Generator) {
            return "generator";
        }
        return object instanceof AsyncGenerator
                ? "async_generator"
                : object.getClass().getName();
    }
}
