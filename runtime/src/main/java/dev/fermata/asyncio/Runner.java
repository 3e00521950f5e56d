package dev.fermata.asyncio;

import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import dev.fermata.machine.FrameProbe;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Runs main coroutines, one after the other, on one loop: asyncio's Runner. {@link Asyncio#run} is a runner for one of them.
 *
 * <pre>{@code
 * try (Runner runner = new Runner()) {
 *     Session session = runner.run(login());
 *     runner.run(() -> work(session));
 * }
 * }</pre>
 *
 * <pre>
 *   CREATED   no loop yet       run(), loop() -> OPEN      close() -> CLOSED
 *   OPEN      has loop and context                         close() -> CLOSED
 *   CLOSED    refuses all but close()
 * </pre>
 *
 * <p>Tasks go on in the next run where one run has left them. All runs share a {@link Context}, a copy of the one in which the loop
 * was made: what one sets, the next sees.
 *
 * <p><b>Ctrl-C</b> during a run in the main thread cancels the main coroutine; if that is why it ends, the run throws {@link KeyboardInterrupt}. A second
 * one ends the run when the step at hand returns, and interrupts a step that blocks; a third one does what it does to any
 * program. The signal is left alone in other threads, where the program has a handler for it, and where the module jdk.unsupported is missing: a
 * program of modules names it by {@code --add-modules jdk.unsupported}. The handler that was there is put back after each run.
 *
 * <p>Threads: one at a time.
 */
public final class Runner implements AutoCloseable {
    private final RunOptions options;
    private @Nullable EventLoop loop;
    private @Nullable Context context;
    private boolean closed;

    /** Makes a runner; its loop is made when it is needed. */
    public Runner() {
        this(RunOptions.defaults());
    }

    /**
     * Makes a runner with options.
     *
     * @param options the options
     */
    public Runner(RunOptions options) {
        this.options = Objects.requireNonNull(options, "options");
    }

    /**
     * Runs a coroutine to its end.
     *
     * @param <T> what it returns
     * @param main a fresh coroutine; it stays fresh if it is refused
     * @return its result; what it failed with is thrown as it is, checked exceptions included
     * @throws IllegalStateException if the runner is closed, a loop runs in this thread, or the class that calls this has
     *     {@code @Async} methods and was not rewritten, which is looked at where no rewritten method has made {@code main}
     * @throws KeyboardInterrupt if Ctrl-C has ended it
     */
    public <T extends @Nullable Object> T run(Coroutine<T> main) {
        Objects.requireNonNull(main, "a coroutine was expected, got null");
        requireRewritten(main);
        requireOutside("Runner.run()");
        EventLoop open = open();
        return complete(main, open, TaskOptions.defaults().withContext(Objects.requireNonNull(context)));
    }

    /**
     * As {@link #run(Coroutine)}, in a context.
     *
     * @param <T> what it returns
     * @param main a fresh coroutine
     * @param context the context, in place of the one that runs share
     * @return its result
     * @throws IllegalStateException as there
     */
    public <T extends @Nullable Object> T run(Coroutine<T> main, Context context) {
        Objects.requireNonNull(main, "a coroutine was expected, got null");
        requireRewritten(main);
        Objects.requireNonNull(context, "context");
        requireOutside("Runner.run()");
        return complete(main, open(), TaskOptions.defaults().withContext(context));
    }

    /**
     * As {@link #run(Coroutine)}, of an async lambda.
     *
     * @param <T> what it returns
     * @param main makes the coroutine, on the loop
     * @return its result
     * @throws IllegalStateException as there
     */
    public <T extends @Nullable Object> T run(AsyncSupplier<T> main) {
        return run(MainCoroutine.of(main));
    }

    /**
     * Returns the loop, which is made if it is not there.
     *
     * @return the loop
     * @throws IllegalStateException if the runner is closed
     */
    public EventLoop loop() {
        return open();
    }

    /**
     * Ends what is left and closes the loop: cancels tasks and waits for their end, closes async generators, shuts the executor down. What goes wrong
     * there goes to the loop's exception handler. A second time, or without a loop: no effect but that the runner is closed.
     *
     * @throws IllegalStateException if a loop runs in this thread
     */
    @Override
    public void close() {
        EventLoop open = loop;
        if (open != null && !closed) {
            requireOutside("Runner.close()");
        }
        closed = true;
        loop = null;
        if (open != null) {
            LoopShutdown.of(open);
        }
    }

    /**
     * {@code Asyncio.run}: a runner for one coroutine. Nobody shares its context, so its task captures one as any task does: a
     * program without variables has none.
     */
    static <T extends @Nullable Object> T runOnce(Coroutine<T> main, RunOptions options) {
        requireOutside("Asyncio.run()");
        try (Runner runner = new Runner(options)) {
            return runner.complete(main, runner.newLoop(), TaskOptions.defaults());
        }
    }

    /** Of the class that runs it, if it is not the proof itself. */
    static void requireRewritten(@Nullable Coroutine<?> main) {
        if (main == null || !FrameProbe.isGenerated(main) && !(main instanceof MainCoroutine)) {
            RewrittenCaller.require();
        }
    }

    private static void requireOutside(String call) {
        if (CurrentLoop.running() != null) {
            throw new IllegalStateException(
                    call + " cannot be called from a running event loop; write await(..) instead");
        }
    }

    private EventLoop open() {
        if (closed) {
            throw new IllegalStateException("Runner is closed");
        }
        EventLoop open = loop;
        if (open == null) {
            open = newLoop();
            context = Context.copy();
        }
        return open;
    }

    private EventLoop newLoop() {
        EventLoop made = options.newLoop();
        loop = made;
        if (options.debug != null) {
            made.setDebug(options.debug);
        }
        return made;
    }

    private <T extends @Nullable Object> T complete(Coroutine<T> main, EventLoop open, TaskOptions taskOptions) {
        Task<T> task = open.createTask(main, taskOptions);
        Interrupts interrupts = Interrupts.of(open, task, options.interruptible);
        try {
            return open.runUntilComplete(task);
        } catch (Error thrown) {
            throw interrupts.outcome(thrown);
        } finally {
            interrupts.end();
        }
    }
}
