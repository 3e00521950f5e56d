package dev.fermata.asyncio;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Runner#run} and {@link Asyncio#run} throw when somebody has pressed Ctrl-C. An {@link Error}, as Python's is a
 * BaseException: {@code catch (Exception e)} does not take it. Thrown by a task or a callback, it leaves the loop at once.
 */
public final class KeyboardInterrupt extends Error {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Makes one without a cause. */
    public KeyboardInterrupt() {
        this(null);
    }

    /**
     * Makes one.
     *
     * @param cause how the main task ended, or null
     */
    public KeyboardInterrupt(@Nullable Throwable cause) {
        super("interrupted by SIGINT", cause);
    }

    /** Declared as what it extends: so who throws it does not load this class, which few programs need. See docs/start-up.md. */
    static Error because(@Nullable Throwable cause) {
        return new KeyboardInterrupt(cause);
    }
}
