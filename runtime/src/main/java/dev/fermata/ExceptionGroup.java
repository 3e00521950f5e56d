package dev.fermata;

import java.io.Serial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
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
        super(Objects.requireNonNull(message, "message")
                + count(Objects.requireNonNull(exceptions, "exceptions").size()));
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
        return subgroup(Objects.requireNonNull(type, "type")::isInstance);
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
        return split(Objects.requireNonNull(type, "type")::isInstance);
    }

    /**
     * Divides it by a condition; both parts keep the nesting and the stack trace.
     *
     * @param condition is asked about groups first: one that meets it is taken whole
     * @return both parts
     */
    public Split split(Predicate<? super Throwable> condition) {
        if (Objects.requireNonNull(condition, "condition").test(this)) {
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

    /**
     * Handles the part whose exceptions are of a class, as a clause of Python's {@code except*} does.
     *
     * <pre>{@code
     * } catch (ExceptionGroup e) {
     *     e.handle(IOException.class, io -> log(io))
     *             .handle(IllegalArgumentException.class, bad -> count(bad.exceptions().size()))
     *             .orThrow(); // what no clause has taken
     * }
     * }</pre>
     *
     * <p>The handler is plain code; one that awaits takes the parts of {@link #split(Class)}.
     *
     * @param type the class
     * @param handler gets the part, with the nesting as it is; it is not called if there is none
     * @return what takes the next clause
     */
    public Handling handle(Class<? extends Throwable> type, Consumer<? super ExceptionGroup> handler) {
        return new Handling(this).handle(type, handler);
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
     * The clauses that handle a group, one after the other: each gets of what those before it have left. PEP 654.
     */
    public static final class Handling {
        private @Nullable ExceptionGroup rest;
        private final List<Throwable> thrown = new ArrayList<>();

        private Handling(ExceptionGroup group) {
            rest = group;
        }

        /**
         * The next clause.
         *
         * @param type the class of what it handles
         * @param handler gets the part, with the nesting as it is; it is not called if there is none. What it throws is kept for
         *     {@link #orThrow}, and the next clause has its turn all the same; an Error leaves at once
         * @return this
         */
        public Handling handle(Class<? extends Throwable> type, Consumer<? super ExceptionGroup> handler) {
            if (rest == null) {
                return this;
            }
            Split parts = rest.split(type);
            ExceptionGroup match = parts.match();
            if (match != null) {
                rest = parts.rest();
                try {
                    handler.accept(match);
                } catch (Exception failure) {
                    thrown.add(failure);
                }
            }
            return this;
        }

        /**
         * Returns what no clause has taken.
         *
         * @return the rest of the group, or null
         */
        public @Nullable ExceptionGroup rest() {
            return rest;
        }

        /**
         * Throws what is left. Nothing, if the clauses have taken everything and thrown nothing.
         *
         * @throws ExceptionGroup the rest of the group; or, if handlers have thrown, a group of what they have thrown and then of
         *     the rest
         */
        public void orThrow() {
            if (!thrown.isEmpty()) {
                List<Throwable> all = new ArrayList<>(thrown);
                if (rest != null) {
                    all.add(rest);
                }
                throw new ExceptionGroup("failures of handlers", all);
            }
            if (rest != null) {
                throw rest;
            }
        }
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
