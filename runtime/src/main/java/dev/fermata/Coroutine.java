package dev.fermata;

import dev.fermata.machine.Frame;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What calling a coroutine function gives: its body, not yet begun. A coroutine runs once, when it is awaited, made a task,
 * or driven by hand with {@link #send}.
 *
 * <p>Subclasses are written by the processor, one for each coroutine function. The static methods are the language inside
 * async code; import them statically. The four marked as intrinsics are replaced by the processor and throw
 * {@link IllegalStateException} where it did not run.
 *
 * <p>Threads: a coroutine belongs to one thread at a time, usually that of the loop that runs it.
 *
 * @param <T> what it returns
 */
public abstract class Coroutine<T extends @Nullable Object> extends Frame implements Awaitable<T>, AutoCloseable {
    /** For generated classes, and for those who write awaitables by hand against the machine. */
    @SuppressWarnings("this-escape") // for those who look for mistakes, and who only hold it weakly
    protected Coroutine() {
        track();
    }

    // ---- the language of async code

    /**
     * Waits for an awaitable and returns its outcome; an intrinsic.
     *
     * <p>Suspension: only if the awaitable has no outcome yet; a coroutine is run at once, on this stack. Cancellation:
     * {@link CancelledError} is thrown here. What the awaitable throws is thrown unwrapped, checked exceptions included.
     *
     * @param <T> what it gives
     * @param awaitable a fresh coroutine, a task, a promise, or your own
     * @return the outcome
     * @throws IllegalStateException if it is a coroutine that was awaited before
     */
    public static <T extends @Nullable Object> T await(Awaitable<? extends T> awaitable) {
        throw Unrewritten.call("await()");
    }

    /**
     * Waits for a completion stage of any library, {@code CompletableFuture} first; an intrinsic. A failure is thrown
     * unwrapped, without its CompletionException.
     *
     * @param <T> what it gives
     * @param stage the stage
     * @return its value
     */
    public static <T extends @Nullable Object> T await(CompletionStage<? extends T> stage) {
        throw Unrewritten.call("await()");
    }

    /**
     * As {@link #await(Awaitable)}, and lets javac accept {@code catch (X e)} where only a task or a promise is at hand,
     * whose type does not tell what it throws; an intrinsic. Nothing is checked at run time.
     *
     * @param <T> what it gives
     * @param <X> what it may throw
     * @param awaitable the awaitable
     * @param mayThrow the class of the checked exception
     * @return the outcome
     * @throws X as the awaitable does
     */
    public static <T extends @Nullable Object, X extends Throwable> T await(
            Awaitable<? extends T> awaitable, Class<X> mayThrow) throws X {
        throw Unrewritten.call("await()");
    }

    /**
     * Suspends and gives a value to whoever drives the outermost coroutine; an intrinsic, for those who write a loop.
     *
     * @param <S> what the driver sends
     * @param yielded what the driver sees
     * @return what the driver resumed with
     */
    public static <S extends @Nullable Object> S suspend(@Nullable Object yielded) {
        throw Unrewritten.call("suspend()");
    }

    /**
     * Ends a coroutine function with a value: {@code return result(x);}. In plain code it is a coroutine that has the value.
     *
     * @param <T> the type of the value
     * @param value the value
     * @return a coroutine that returns it
     */
    public static <T extends @Nullable Object> Coroutine<T> result(T value) {
        return Completed.with(value);
    }

    /**
     * Ends a coroutine function that has no value: {@code return done();}.
     *
     * @return a coroutine that returns null
     */
    @SuppressWarnings("NullAway") // Void has no value but null; Coroutine<@Nullable Void> would burden every signature
    public static Coroutine<Void> done() {
        return Completed.with(null);
    }

    /**
     * Makes the coroutine that waits for a completion stage, for gather, createTask and the like.
     *
     * @param <T> what the stage gives
     * @param stage the stage
     * @return a fresh coroutine
     */
    public static <T extends @Nullable Object> Coroutine<T> of(CompletionStage<? extends T> stage) {
        return StageCoroutine.awaiting(stage);
    }

    // ---- driving by hand

    /**
     * Runs to the next suspension or to the end.
     *
     * @param value what the await or suspend that it is stopped at returns; null at the first call
     * @return what it yielded, or what it returned
     * @throws IllegalStateException if it is running, has ended, belongs to another driver, or is fresh and the value is not
     *     null; it stays usable
     */
    public final Step<T> send(@Nullable Object value) {
        if (state() == CREATED && value != null) {
            throw new IllegalStateException("can't send non-null value to a just-started coroutine");
        }
        return Drive.step(drive(), value, null);
    }

    /**
     * Throws at the innermost await or suspend that it is stopped at, then runs as {@link #send} does. A fresh coroutine
     * ends at once, without running its body.
     *
     * @param thrown what to throw
     * @return what it yielded next, or what it returned
     * @throws IllegalStateException if it is running, has ended or belongs to another driver
     */
    public final Step<T> raise(Throwable thrown) {
        Objects.requireNonNull(thrown, "null instead of what to throw");
        return Drive.step(drive(), null, thrown);
    }

    /**
     * Ends the coroutine: throws {@link GeneratorExit} where it is suspended, so that its finally blocks run. A fresh one
     * ends without running anything; one that has ended is left alone.
     *
     * @throws IllegalStateException if it is running, belongs to another driver, or suspends again
     */
    @Override
    public final void close() {
        if (state() == CLOSED && !Drive.isUnfinished(awaiter())) {
            return;
        }
        if (state() == CREATED) {
            discard();
            return;
        }
        Drive.close(drive());
    }

    /** Returns this: a coroutine is its own awaitable. */
    @Override
    public final Coroutine<T> asCoroutine() {
        return this;
    }

    /** The {@link Drive} of this, as a frame: else whoever makes a coroutine would load that class to verify this one. */
    private Frame drive() {
        Frame driver = awaiter();
        if (driver != null && Drive.isUnfinished(driver)) {
            return driver;
        }
        if (state() != CREATED) {
            throw misuse();
        }
        Frame made = Drive.of(this);
        awaitedBy(made);
        return made;
    }

    /**
     * What one step of a coroutine that is driven by hand came to. What it throws, {@link #send} throws.
     *
     * @param <T> what the coroutine returns
     */
    public sealed interface Step<T extends @Nullable Object> {
        /**
         * It is suspended.
         *
         * @param <T> what the coroutine returns
         * @param yielded what its leaf gave to the driver
         */
        record Suspended<T extends @Nullable Object>(
                @Nullable Object yielded) implements Step<T> {}

        /**
         * It has ended.
         *
         * @param <T> what the coroutine returns
         * @param value its value
         */
        record Returned<T extends @Nullable Object>(T value) implements Step<T> {}
    }
}
