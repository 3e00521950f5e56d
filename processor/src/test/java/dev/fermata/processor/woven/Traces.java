package dev.fermata.processor.woven;

import java.util.Arrays;
import java.util.List;

/** Reads stack traces. */
final class Traces {
    private Traces() {}

    /** The names of the methods, innermost first. */
    static List<String> functions(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .map(StackTraceElement::getMethodName)
                .toList();
    }
}
