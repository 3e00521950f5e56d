package dev.fermata.asyncio;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link Runner} or {@link Asyncio#run} runs: the keyword arguments of asyncio's. Immutable; each method gives a changed copy.
 *
 * <pre>{@code
 * Asyncio.run(Main::main, RunOptions.defaults().withDebug(true));
 * }</pre>
 */
public final class RunOptions {
    private static final RunOptions DEFAULTS = new RunOptions(null, null, true);

    final @Nullable Boolean debug;

    /** Null is EventLoop.create(). */
    private final @Nullable Supplier<? extends EventLoop> loop;

    final boolean interruptible;

    private RunOptions(@Nullable Boolean debug, @Nullable Supplier<? extends EventLoop> loop, boolean interruptible) {
        this.debug = debug;
        this.loop = loop;
        this.interruptible = interruptible;
    }

    /**
     * Returns the options of a run that nothing is said about: on a new loop, in debug mode if that loop is, and ended by Ctrl-C.
     *
     * @return the options
     */
    public static RunOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Switches the debug mode of the loop, see {@link EventLoop#setDebug}.
     *
     * @param debug whether
     * @return the changed options
     */
    public RunOptions withDebug(boolean debug) {
        return new RunOptions(debug, loop, interruptible);
    }

    /**
     * Makes the loop: asyncio's {@code loop_factory}. It is called once, when the loop is needed; the loop is closed at the
     * end.
     *
     * @param loop makes a loop that does not run
     * @return the changed options
     */
    public RunOptions withLoop(Supplier<? extends EventLoop> loop) {
        return new RunOptions(debug, Objects.requireNonNull(loop, "loop"), interruptible);
    }

    /**
     * Tells whether Ctrl-C ends the main coroutine, see {@link Runner}, or is left to the JVM.
     *
     * @param interruptible whether
     * @return the changed options
     */
    public RunOptions withInterrupts(boolean interruptible) {
        return new RunOptions(debug, loop, interruptible);
    }

    /** Makes the loop. */
    EventLoop newLoop() {
        return loop == null
                ? EventLoop.create()
                : Objects.requireNonNull(loop.get(), "the supplier of RunOptions.withLoop() returned null");
    }

    @Override
    public String toString() {
        return "RunOptions[debug=" + debug + ", loop=" + (loop == null ? "default" : loop) + ", interrupts="
                + interruptible + "]";
    }
}
