package dev.fermata;

import java.lang.StackWalker.StackFrame;

/** The error of an intrinsic that runs as an ordinary method: nobody rewrote the class that calls it. */
final class Unrewritten {
    private Unrewritten() {}

    /**
     * Names the caller and the cure. The intrinsic throws this instead of blocking: a silent fallback would hang the loop
     * that it runs on.
     */
    static IllegalStateException call(String intrinsic) {
        return call(intrinsic, "@Async or @Yields");
    }

    /** As {@link #call(String)}, of what only coroutine functions may call. */
    static IllegalStateException asyncCall(String intrinsic) {
        return call(intrinsic, "@Async");
    }

    /**
     * As {@link #asyncCall}, of a call that is an intrinsic by the type of what it is called on: the class may have been
     * rewritten, but not this call.
     *
     * @param type the simple name of the type
     * @param method the method
     */
    static IllegalStateException callOf(String type, String method) {
        return call(type + "." + method, "@Async, on an expression whose type is " + type + " or a subtype of it");
    }

    private static IllegalStateException call(String intrinsic, String where) {
        // Not the platform's forEach(), which was called by somebody.
        StackFrame caller = StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> !isIntrinsicHome(frame.getClassName())
                                && !frame.getClassName().startsWith("java."))
                        .findFirst()
                        .orElseThrow());
        return new IllegalStateException(intrinsic + " in " + caller.getClassName() + "." + caller.getMethodName()
                + " was not rewritten, so it cannot suspend; compile " + caller.getClassName()
                + " by javac with fermata-processor on its processor path"
                + " (Maven: annotationProcessorPaths; Gradle: annotationProcessor; javac: -processorpath),"
                + " and call it in a method annotated with " + where);
    }

    private static boolean isIntrinsicHome(String type) {
        return type.equals(Unrewritten.class.getName())
                || type.equals(Coroutine.class.getName())
                || type.equals(Generator.class.getName())
                || type.equals(AsyncGenerator.class.getName())
                || type.equals(AsyncIterator.class.getName())
                || type.equals(AsyncCloseable.class.getName());
    }
}
