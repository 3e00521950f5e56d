package dev.fermata.processor.javac;

import com.sun.source.util.JavacTask;

/**
 * Tells the guards, {@link Guard} and the one of the runtime (its {@code dev.fermata.guard.Guard}), that the processor runs in a compile: a system property
 * whose name holds the identity of the compile's {@link JavacTask}, which all of us are given.
 *
 * <p>A system property, since it is the one thing that all can see whatever loaded them. A static field is not: Gradle,
 * IntelliJ and tests load processors by a loader of their own, the guard comes from javac's. Nor is there anything in a
 * compile to hang a mark on: listeners cannot be listed, options not be read by a plugin, and {@code
 * DocTrees.setBreakIterator}, the one slot that could be written and read, changes what javadoc is made of. One property a
 * compile and not one for all, since Maven and Gradle compile in parallel in one virtual machine. A plain string, since other
 * values in the system properties break whoever lists or stores them.
 *
 * <p>Two tasks of one identity hash at a time are possible and harmless: a guard would stay silent, and the class throw when
 * it runs.
 */
final class RunningMark {
    private static final String PREFIX = "dev.fermata.processor@";
    private static final String RUNNING = "running";

    /** Any value keeps the runtime's guard silent: {@link Guard} is there, and speaks if it must. */
    private static final String GUARDED = "guarded";

    /** What the runtime's guard sets where it was switched off, and it was the one that javac told so. */
    private static final String OFF = "off";

    private final String property;

    RunningMark(JavacTask task) {
        this.property = PREFIX + Integer.toHexString(System.identityHashCode(task));
    }

    /** Sets it, if need be again: other code of the virtual machine may have put back properties that it had saved. */
    void set() {
        System.setProperty(property, RUNNING);
    }

    /** Sets it for the guard of this jar, which does not know yet whether the processor will run. */
    void setGuarded() {
        System.getProperties().putIfAbsent(property, GUARDED);
    }

    /** Tells whether the processor runs, or nobody wants to know. */
    boolean isRunning() {
        String value = System.getProperty(property);
        return RUNNING.equals(value) || OFF.equals(value);
    }

    /** Takes it back, or a daemon that compiles for months would fill up with them. */
    void clear() {
        System.clearProperty(property);
    }
}
