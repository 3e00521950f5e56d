package dev.fermata.processor.check;

import javax.lang.model.type.TypeMirror;

/**
 * What a method says of itself.
 *
 * @param async whether it carries {@code @Async}
 * @param yields whether it carries {@code @Yields}
 * @param implied whether it is async code for being in an anonymous class only
 * @param fault what is wrong with it
 * @param returned its return type
 */
record Signature(boolean async, boolean yields, boolean implied, Fault fault, TypeMirror returned) {
    /** What can be wrong; the first that holds counts. */
    enum Fault {
        /** Nothing, or nothing that we would say beside javac's own errors. */
        NONE,
        BOTH_ANNOTATIONS,
        NATIVE,
        SYNCHRONIZED,
        RETURN_TYPE
    }

    /** Returns the annotation that messages name. */
    String annotation() {
        return yields ? "@Yields" : "@Async";
    }
}
