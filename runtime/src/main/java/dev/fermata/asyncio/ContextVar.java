package dev.fermata.asyncio;

import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A variable that each task has for itself: Python's {@code contextvars.ContextVar} (PEP 567). What a ThreadLocal is to threads,
 * this is to tasks, which share a thread.
 *
 * <pre>{@code
 * static final ContextVar<String> USER = ContextVar.of("user");
 *
 * try (Token<String> token = USER.set("ada")) { // until the end of the block, for this task and those that it starts
 *     await(handle(request));
 * }
 * }</pre>
 *
 * <p>Its values are in the current {@link Context}. A task gets a copy of its creator's, so it sees what was set before, and
 * what it sets itself stays unseen by others. A coroutine that is awaited directly shares its awaiter's context, and so
 * does the body of an async generator: it runs in the context of who asks for the next element.
 *
 * <p>Make them static: a context that has a value for one keeps it. Threads: any; each has a context of its own, empty at
 * first, for what runs outside of loops.
 *
 * @param <T> the type of its values
 */
public final class ContextVar<T extends @Nullable Object> {
    final int hash;
    private final String name;
    private final @Nullable Object byDefault;

    private ContextVar(String name, @Nullable Object byDefault) {
        this.name = Objects.requireNonNull(name, "name");
        this.byDefault = byDefault;
        this.hash = System.identityHashCode(this);
    }

    /** With a hash of one's own, for tests. */
    ContextVar(String name, int hash) {
        this.name = name;
        this.byDefault = Bindings.MISSING;
        this.hash = hash;
    }

    /**
     * Makes a variable without a default.
     *
     * @param <T> the type of its values
     * @param name what messages call it
     * @return a new variable
     */
    public static <T extends @Nullable Object> ContextVar<T> of(String name) {
        return new ContextVar<>(name, Bindings.MISSING);
    }

    /**
     * Makes a variable that has a value in contexts where none was set.
     *
     * @param <T> the type of its values
     * @param name what messages call it
     * @param byDefault that value
     * @return a new variable
     */
    public static <T extends @Nullable Object> ContextVar<T> of(String name, T byDefault) {
        return new ContextVar<>(name, byDefault);
    }

    /**
     * Returns its name.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Returns its value in the current context, else its default.
     *
     * @return the value
     * @throws NoSuchElementException if it has neither
     */
    public T get() {
        Object value = currentOrDefault();
        if (value == Bindings.MISSING) {
            throw new NoSuchElementException(this
                    + " has no value in this context; set() one, or give it a default: ContextVar.of(name, value)");
        }
        return typed(value);
    }

    /**
     * Returns its value in the current context, else its default, else something.
     *
     * @param otherwise what it is if it has neither
     * @return the value
     */
    public T getOrDefault(T otherwise) {
        Object value = currentOrDefault();
        return value == Bindings.MISSING ? otherwise : typed(value);
    }

    /**
     * Sets its value in the current context.
     *
     * @param value the value
     * @return what puts the value back that it has now, by {@link #reset} or by the end of a try block
     */
    public Token<T> set(T value) {
        Context context = CurrentContext.ofThread().context();
        Token<T> token = new Token<>(this, context, context.bindings.get(this));
        context.bindings = context.bindings.with(this, value);
        return token;
    }

    /**
     * Puts the value back that it had before a call of {@link #set}; if it had none, it has none.
     *
     * @param token what that call returned
     * @throws IllegalStateException if the token was used
     * @throws IllegalArgumentException if it is of another variable, or of another context than the current one
     */
    public void reset(Token<T> token) {
        Context context = CurrentContext.ofThread().context();
        Object old = token.use(this, context);
        context.bindings = old == Bindings.MISSING ? context.bindings.without(this) : context.bindings.with(this, old);
    }

    /** Names it. */
    @Override
    public String toString() {
        return "ContextVar " + name;
    }

    private @Nullable Object currentOrDefault() {
        Object value = CurrentContext.ofThread().bindings().get(this);
        return value == Bindings.MISSING ? byDefault : value;
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // a null value is a T, for then T is nullable
    T typed(@Nullable Object value) {
        return (T) value;
    }
}
