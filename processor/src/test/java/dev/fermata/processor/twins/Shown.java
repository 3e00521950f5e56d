package dev.fermata.processor.twins;

import dev.fermata.ExceptionGroup;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as the logs of both languages print them. */
final class Shown {
    private Shown() {}

    static String line(@Nullable Object... values) {
        return Arrays.stream(values).map(Shown::of).collect(Collectors.joining(" "));
    }

    private static String of(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Shown::of).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof ExceptionGroup group) {
            return "ExceptionGroup" + of(group.exceptions());
        }
        if (value instanceof ArithmeticException || value instanceof UnsupportedOperationException) {
            Throwable told = (Throwable) value;
            return told.getClass().getSimpleName() + "(" + told.getMessage() + ")";
        }
        return value instanceof Throwable failure ? failure.getClass().getSimpleName() : String.valueOf(value);
    }
}
