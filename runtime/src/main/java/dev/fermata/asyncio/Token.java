package dev.fermata.asyncio;

import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * What {@link ContextVar#set} returns: puts the value back that the variable had, once, and in the same context only.
 * Closing it does so too, as Python's tokens do from 3.14 on.
 *
 * @param <T> the type of the variable's values
 */
public final class Token<T extends @Nullable Object> implements AutoCloseable {
    private final ContextVar<T> variable;
    private final Context context;
    private final @Nullable Object old;
    private boolean used;

    Token(ContextVar<T> variable, Context context, @Nullable Object old) {
        this.variable = variable;
        this.context = context;
        this.old = old;
    }

    /**
     * Returns the variable that was set.
     *
     * @return the variable
     */
    public ContextVar<T> variable() {
        return variable;
    }

    /**
     * Tells whether the variable had a value in the context; a default does not count.
     *
     * @return true if it had
     */
    public boolean hasOldValue() {
        return old != Bindings.MISSING;
    }

    /**
     * Returns the value that the variable had.
     *
     * @return the value
     * @throws NoSuchElementException if it had none
     */
    public T oldValue() {
        if (!hasOldValue()) {
            throw new NoSuchElementException(variable + " had no value in its context before it was set");
        }
        return variable.typed(old);
    }

    /**
     * As {@link ContextVar#reset}.
     *
     * @throws IllegalStateException if the token was used
     * @throws IllegalArgumentException if the current context is another one than that in which the variable was set
     */
    @Override
    public void close() {
        variable.reset(this);
    }

    /** Names the variable, and tells whether it was used. */
    @Override
    public String toString() {
        return "Token of " + variable + (used ? ", used" : "");
    }

    /** Returns what to put back, or {@link Bindings#MISSING}. */
    @Nullable
    Object use(ContextVar<?> reset, Context current) {
        if (used) {
            throw new IllegalStateException(this + " has already been used once");
        }
        if (variable != reset) {
            throw new IllegalArgumentException(this + " was created by a different ContextVar than " + reset);
        }
        if (context != current) {
            throw new IllegalArgumentException(
                    this + " was created in a different Context; reset it in the task that has set the variable");
        }
        used = true;
        return old;
    }
}
