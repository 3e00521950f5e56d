package dev.fermata;

import java.io.Serial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Several failures at once: what a task group throws (Python's ExceptionGroup, PEP 654). A group may hold groups.
 *
 * <p>What it holds is also suppressed by it, so that any logger prints it. It has no cause of its own.
 */
public final class ExceptionGroup extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String title;

    /** Never changed; the type is a serializable one. */
    private final ArrayList<Throwable> exceptions;

    /**
     * Makes a group.
     *
     * @param message what has happened
     * @param exceptions what it holds: at least one; copied
     * @throws IllegalArgumentException if there are none
     */
    public ExceptionGroup(String message, List<? extends Throwable> exceptions) {
        super(message + count(exceptions.size()));
        this.title = message;
        this.exceptions = new ArrayList<>(List.copyOf(exceptions));
        for (Throwable it : this.exceptions) {
            addSuppressed(it);
        }
    }

    private static String count(int size) {
        if (size == 0) {
            throw new IllegalArgumentException("a group of no exceptions; give it at least one");
        }
        return size == 1 ? " (1 sub-exception)" : " (" + size + " sub-exceptions)";
    }

    /**
     * Returns what it holds.
     *
     * @return the exceptions, groups among them as they are, in the order in which they were given
     */
    public List<Throwable> exceptions() {
        return Collections.unmodifiableList(exceptions);
    }

    /**
     * Returns the part whose exceptions are of a class, with the nesting as it is.
     *
     * @param type the class; if this group itself is of it, it is returned whole
     * @return the part, or null if there is none
     */
    public @Nullable ExceptionGroup subgroup(Class<? extends Throwable> type) {
        return subgroup(type::isInstance);
    }

    /**
     * Returns the part whose exceptions meet a condition, with the nesting as it is.
     *
     * @param condition is asked about groups first: one that meets it is taken whole
     * @return the part, or null if there is none
     */
    public @Nullable ExceptionGroup subgroup(Predicate<? super Throwable> condition) {
        return split(condition).match();
    }

    /**
     * Divides it by a class, as {@code except*} does.
     *
     * @param type the class
     * @return both parts
     */
    public Split split(Class<? extends Throwable> type) {
        return split(type::isInstance);
    }

    /**
     * Divides it by a condition; both parts keep the nesting and the stack trace.
     *
     * @param condition is asked about groups first: one that meets it is taken whole
     * @return both parts
     */
    public Split split(Predicate<? super Throwable> condition) {
        if (condition.test(this)) {
            return new Split(this, null);
        }
        List<Throwable> match = new ArrayList<>();
        List<Throwable> rest = new ArrayList<>();
        for (Throwable it : exceptions) {
            if (it instanceof ExceptionGroup group) {
                Split parts = group.split(condition);
                if (parts.match != null) {
                    match.add(parts.match);
                }
                if (parts.rest != null) {
                    rest.add(parts.rest);
                }
            } else {
                (condition.test(it) ? match : rest).add(it);
            }
        }
        return match.isEmpty() ? new Split(null, this) : new Split(derive(match), rest.isEmpty() ? null : derive(rest));
    }

    private ExceptionGroup derive(List<Throwable> part) {
        ExceptionGroup derived = new ExceptionGroup(title, part);
        derived.setStackTrace(getStackTrace());
        if (getCause() != null) {
            derived.initCause(getCause());
        }
        return derived;
    }

    /**
     * The parts of a group.
     *
     * @param match what meets the condition, or null if nothing does
     * @param rest what does not, or null if everything does
     */
    public record Split(
            @Nullable ExceptionGroup match, @Nullable ExceptionGroup rest) {}
}
