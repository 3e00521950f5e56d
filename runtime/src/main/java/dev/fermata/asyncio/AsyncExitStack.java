package dev.fermata.asyncio;

import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncFunction;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done in the end, as it comes up: context managers, resources and callbacks, whose number is not known when
 * the program is written (contextlib.AsyncExitStack).
 *
 * <pre>
 *   Integer sum = await(AsyncExitStack.run(stack -&gt; {
 *       int total = 0;
 *       for (String url : urls) {
 *           Connection connection = await(stack.enter(connecting(url)));
 *           total += await(connection.count());
 *       }
 *       return result(total);
 *   }));
 * </pre>
 *
 * <p><b>The end.</b> What was registered last is done first, and all of it is done, whatever fails. Each one sees the exception
 * that is on its way at that moment: that of the body, or of one that was done before it. One that swallows that leaves none
 * to the next. One that throws puts its exception in the place of the other, which is suppressed by it, where Python has it as
 * {@code __context__}. So what comes out is as if managers were nested by {@link Asyncio#with(AsyncContextManager, AsyncFunction)}.
 *
 * <p><b>Cancellation</b> while something is done in the end is thrown in it; what is left is done after it, and sees the
 * {@link dev.fermata.CancelledError}.
 *
 * <p>{@link #run} and {@link #with} know how their body ends. {@code try (var stack = new AsyncExitStack())} in async code works,
 * too, but as any {@code try} does: all that is done in the end sees no exception of the body, and can swallow none.
 *
 * <p>An empty stack may be filled again. Threads: one at a time, that of a loop.
 */
public final class AsyncExitStack implements AsyncCloseable {
    private Deque<AsyncFunction<@Nullable Throwable, Boolean>> exits = new ArrayDeque<>();

    /** Makes an empty stack. */
    public AsyncExitStack() {}

    /**
     * Runs a body with a stack, and then what that holds.
     *
     * @param <R> what the body returns
     * @param body an async lambda; it gets the stack
     * @return a coroutine that returns what the body does, or null if it has thrown and that was swallowed
     */
    public static <R extends @Nullable Object> Coroutine<R> run(AsyncFunction<AsyncExitStack, R> body) {
        return new ContextRun<>(new Unwinding(new AsyncExitStack()), Objects.requireNonNull(body, "body"), false);
    }

    /**
     * Runs a body, and then what this holds: for a stack that was filled before, such as that of {@link #popAll}.
     *
     * @param <R> what the body returns
     * @param body an async lambda
     * @return a coroutine as that of {@link #run}
     */
    public <R extends @Nullable Object> Coroutine<R> with(AsyncSupplier<R> body) {
        Objects.requireNonNull(body, "body");
        return new ContextRun<>(new Unwinding(this), stack -> body.get(), false);
    }

    /**
     * Enters a context manager, and has it exited in the end: {@code enter_async_context}.
     *
     * @param <T> what it returns at its entry
     * @param manager the manager
     * @return a coroutine that enters it and returns what that returns; if that fails, nothing is registered
     */
    public <T extends @Nullable Object> Coroutine<T> enter(AsyncContextManager<T> manager) {
        return new ExitStackEntry<>(this, Objects.requireNonNull(manager, "manager"));
    }

    /**
     * Has a resource closed in the end, which takes awaits.
     *
     * @param <C> its type
     * @param resource the resource
     * @return the resource
     */
    public <C extends AsyncCloseable> C enter(C resource) {
        push(new ClosingContext<>(Objects.requireNonNull(resource, "resource"))::exit);
        return resource;
    }

    /**
     * Has a resource closed in the end. If it is an {@link AsyncCloseable} after all, its {@code aclose()} is awaited.
     *
     * @param <C> its type
     * @param resource the resource
     * @return the resource
     */
    public <C extends AutoCloseable> C enter(C resource) {
        Objects.requireNonNull(resource, "resource");
        if (resource instanceof AsyncCloseable closeable) {
            enter(closeable);
        } else {
            push(thrown -> {
                resource.close();
                return Coroutine.result(false);
            });
        }
        return resource;
    }

    /**
     * Has a coroutine function called in the end that is told how that came, and may swallow it: {@code push_async_exit}. It does
     * what {@link AsyncContextManager#exit} does.
     *
     * @param exit an async lambda; gets what was thrown, or null, and returns whether it is swallowed
     */
    public void push(AsyncFunction<@Nullable Throwable, Boolean> exit) {
        exits.push(Objects.requireNonNull(exit, "exit"));
    }

    /**
     * Has plain code called in the end, on the loop: it must not block.
     *
     * @param callback the code
     */
    public void callback(Runnable callback) {
        Objects.requireNonNull(callback, "callback");
        push(thrown -> {
            callback.run();
            return Coroutine.result(false);
        });
    }

    /**
     * Has a coroutine function called in the end: {@code push_async_callback}.
     *
     * @param <T> what it returns, which does not matter
     * @param callback an async lambda
     */
    public <T extends @Nullable Object> void asyncCallback(AsyncSupplier<T> callback) {
        Objects.requireNonNull(callback, "callback");
        push(thrown -> new ClosingContext.Exit<>(callback::get));
    }

    /**
     * Moves all that this holds to another stack: what was acquired piece by piece is kept, once all of it is there, and no
     * longer undone in the end of a body.
     *
     * @return the other stack; nothing is done at the end of this one unless more is registered
     */
    public AsyncExitStack popAll() {
        AsyncExitStack moved = new AsyncExitStack();
        moved.exits = exits;
        exits = new ArrayDeque<>();
        return moved;
    }

    /**
     * Does all that this holds, now. No exception is on its way at first.
     *
     * @return a coroutine that does it, and throws what is on its way after the last one
     */
    @Override
    public Coroutine<Void> aclose() {
        return new ExitStackUnwinding<>(this, null);
    }

    @Override
    public String toString() {
        return "AsyncExitStack of " + exits.size();
    }

    /** Takes what was registered last; null if there is nothing. */
    @Nullable
    AsyncFunction<@Nullable Throwable, Boolean> pop() {
        return exits.poll();
    }

    /** A stack as a context manager. The class itself is none, since its own {@code enter} methods would look like that of one. */
    private record Unwinding(AsyncExitStack stack) implements AsyncContextManager<AsyncExitStack> {
        @Override
        public Coroutine<AsyncExitStack> enter() {
            return Coroutine.result(stack);
        }

        @Override
        public Coroutine<Boolean> exit(@Nullable Throwable thrown) {
            return new ExitStackUnwinding<>(stack, thrown);
        }
    }
}
