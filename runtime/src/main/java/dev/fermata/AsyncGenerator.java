package dev.fermata;

import dev.fermata.machine.Machine;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What calling an async generator function gives: a lazy sequence whose body may await between its elements (PEP 525). The
 * function is an {@link Async} method that returns it.
 *
 * <pre>{@code
 * @Async
 * static AsyncGenerator<String> lines(Connection connection) {
 *     try {
 *         for (String line = await(connection.read()); line != null; line = await(connection.read())) {
 *             AsyncGenerator.yield(line);
 *         }
 *     } finally {
 *         await(connection.shut());
 *     }
 *     return AsyncGenerator.end();
 * }
 * }</pre>
 *
 * <p>In async code {@code for (String line : lines(c))} runs through it, and {@code try (var lines = lines(c))} closes it. It
 * can be run through once; its iterator is itself. Each of {@link #anext}, {@link #asend}, {@link #athrow} and
 * {@link #aclose} makes an awaitable, which does something when it is awaited and can be awaited once.
 *
 * <p>One call at a time: while one is suspended, awaiting another is an {@link IllegalStateException}. Cancellation: a task
 * that awaits a call is suspended at an await of the body, and {@link CancelledError} is thrown there. Ends: whoever stops
 * early calls {@link #aclose}; the event loop closes what is left when it closes. Threads: it belongs to one thread at a
 * time, that of the loop which runs its consumer.
 *
 * @param <Y> the type of the elements
 */
public abstract class AsyncGenerator<Y extends @Nullable Object>
        implements AsyncIterator<Y>, AsyncIterable<Y>, AsyncCloseable {
    // The body's frame is another object, so that a loop can hold on to that and still see that nobody uses the
    // generator any more: its finally blocks have to run then, which takes a loop.
    final AsyncGeneratorFrame frame;

    private AsyncGenerator(AsyncGeneratorFrame frame) {
        this.frame = frame;
    }

    // ---- the language of async generator code

    /**
     * Gives the next element to the consumer and waits until another one is asked for; an intrinsic. Always write it
     * qualified, {@code AsyncGenerator.yield(x)}: Java reserves the bare word.
     *
     * @param <S> what the consumer sends
     * @param value the element
     * @return what {@link #asend} passed, or null if the consumer only asked for the next element
     */
    public static <S extends @Nullable Object> S yield(@Nullable Object value) {
        throw Unrewritten.asyncCall("AsyncGenerator.yield()");
    }

    /**
     * Ends an async generator function: {@code return AsyncGenerator.end();}.
     *
     * @param <Y> the type of the elements
     * @return an async generator without elements
     */
    public static <Y extends @Nullable Object> AsyncGenerator<Y> end() {
        return of(new Ended());
    }

    /**
     * Makes the generator of a body. For rewritten code, not for humans.
     *
     * @param <Y> the type of the elements
     * @param frame the frame of the body
     * @return a generator; several of one frame are the same generator to their consumers
     */
    public static <Y extends @Nullable Object> AsyncGenerator<Y> of(AsyncGeneratorFrame frame) {
        return new Made<>(frame);
    }

    // ---- the consumer's side

    /** Returns this. */
    @Override
    public final AsyncIterator<Y> iterator() {
        return this;
    }

    /**
     * Asks for the next element. One that is held by {@code hasNext()} comes first.
     *
     * @return an awaitable whose outcome is the element
     *     <p>Awaiting it throws {@link StopAsyncIteration} if there is none, what the body throws, and
     *     {@link IllegalStateException} if another call is in flight.
     */
    @Override
    public final Awaitable<Y> anext() {
        return new AsyncSend<>(this, null);
    }

    /**
     * As {@link #anext}, and makes the yield that the body is stopped at return {@code value}.
     *
     * @param value what to send; null at the first call
     * @return an awaitable whose outcome is the next element
     *     <p>Awaiting it throws as {@link #anext} does, and {@link IllegalStateException} if an element is held, or the
     *     generator is fresh and the value is not null.
     */
    public final Awaitable<Y> asend(@Nullable Object value) {
        return new AsyncSend<>(this, value);
    }

    /**
     * Throws at the yield that the body is stopped at, and asks for the next element. A fresh generator ends at once,
     * without running its body. One that has ended takes no notice: the outcome is null then, as in Python.
     *
     * @param thrown what to throw
     * @return an awaitable whose outcome is the next element
     *     <p>Awaiting it throws {@link StopAsyncIteration} if there is none, what the body throws, and
     *     {@link IllegalStateException} if another call is in flight or an element is held.
     */
    public final Awaitable<Y> athrow(Throwable thrown) {
        return new AsyncThrow<>(this, Objects.requireNonNull(thrown, "null instead of what to throw"));
    }

    /**
     * Ends the generator: throws {@link GeneratorExit} at the yield that the body is stopped at, so that its finally blocks
     * run, which may await. A fresh one ends without running anything; one that has ended is left alone. A held element is
     * dropped.
     *
     * @return a coroutine that does it
     *     <p>Awaiting it throws {@link IllegalStateException} if another call is in flight or the body yields again, and
     *     what a finally block throws.
     */
    @Override
    public final Coroutine<Void> aclose() {
        return new AsyncClose(this);
    }

    // ---- what a for statement in async code is rewritten to

    /** Waits for the next element and holds it; tells whether there is one. */
    final Coroutine<Boolean> advance() {
        return new AsyncAdvance(this);
    }

    /** Names the function and the state: what a debugger or a log shows of it. */
    @Override
    public final String toString() {
        return frame.toString();
    }

    /** The only kind there is: the class is abstract because of its contract, and not open. */
    private static final class Made<Y extends @Nullable Object> extends AsyncGenerator<Y> {
        Made(AsyncGeneratorFrame frame) {
            super(frame);
        }
    }

    /** A generator that has nothing to run: what {@link #end} makes where the transform cannot see through it. */
    private static final class Ended extends AsyncGeneratorFrame {
        @Override
        protected @Nullable Object step(Machine machine, int state) {
            return null;
        }
    }
}
