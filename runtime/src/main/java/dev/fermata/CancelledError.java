package dev.fermata;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * What a cancelled coroutine finds at the await where it is suspended. An {@link Error}, as Python's is a BaseException:
 * {@code catch (Exception e)} does not swallow a cancellation. Whoever catches it to clean up throws it again.
 */
public final class CancelledError extends Error {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Object source;

    /** Whether it is made: until then nobody walks the stack for it. */
    private transient boolean made;

    /** Makes one without a message. */
    public CancelledError() {
        this(null);
    }

    /**
     * Makes one.
     *
     * @param message what whoever cancelled had to say, or null
     */
    public CancelledError(@Nullable String message) {
        this(message, null);
    }

    /**
     * Makes one that says who asked for it.
     *
     * @param message what whoever cancelled had to say, or null
     * @param source who asked: for the loop of this library a task, a task group or a timeout; null if nobody knows
     */
    public CancelledError(@Nullable String message, @Nullable Object source) {
        super(message);
        this.source = source;
        made = true;
        super.fillInStackTrace();
    }

    /**
     * Makes one that has the given trace, and does not walk the stack for it: a loop throws it at an await, and its own stack
     * tells nothing about that.
     *
     * @param message what whoever cancelled had to say, or null
     * @param source who asked, or null
     * @param trace where it is thrown and who awaits that, the innermost first
     */
    public CancelledError(@Nullable String message, @Nullable Object source, StackTraceElement[] trace) {
        super(message);
        this.source = source;
        made = true;
        setStackTrace(trace);
    }

    /**
     * Returns what whoever cancelled had to say.
     *
     * @return the message, or null
     */
    public @Nullable String message() {
        return getMessage();
    }

    /**
     * Returns who asked for the cancellation: the task whose step called {@code cancel}, the task group whose child has
     * failed, the timeout that ran out. It stays the same when the request goes on through tasks that await each other.
     *
     * @return who asked, or null if it was a callback, code outside the loop, or a deserialised error
     */
    public @Nullable Object source() {
        return source;
    }

    /** As for any throwable; what the constructor of {@link Throwable} wants walked is left to those of this class. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return made ? super.fillInStackTrace() : this;
    }

    /** One that was read from a stream is made as well. */
    @Serial
    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        made = true;
    }
}
