package dev.fermata.asyncio;

import dev.fermata.Async;
import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncFunction;
import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done before and after a body, and may wait: Python's asynchronous context manager (PEP 492). Unlike an
 * {@link AsyncCloseable} in {@code try}, it sees how the body ends, and may swallow or replace what that throws.
 *
 * <pre>
 *   Integer rows = await(Asyncio.with(transaction(), connection -&gt; {
 *       return connection.update(query);
 *   }));
 * </pre>
 *
 * <p>{@link Asyncio#with(AsyncContextManager, AsyncFunction)} enters it, runs the body, and exits it; an {@link AsyncExitStack}
 * holds many. Most are made of an async generator function, see {@link #of}. Written by hand, both methods are coroutine
 * functions: annotate them with {@link Async} in the class as well.
 *
 * @param <T> what the body gets
 */
public interface AsyncContextManager<T extends @Nullable Object> {
    /**
     * Begins: Python's {@code __aenter__}. If it fails, neither the body nor {@link #exit} runs.
     *
     * @return a coroutine that returns what the body gets
     * @throws Exception when the coroutine runs
     */
    @Async
    Coroutine<T> enter() throws Exception;

    /**
     * Ends: Python's {@code __aexit__}. It is awaited once after each {@link #enter}, however the body has ended.
     *
     * <p>Cancellation of the body comes as a {@link dev.fermata.CancelledError}, which is not to be swallowed; one that comes
     * while this is awaited is thrown in it.
     *
     * @param thrown what the body has thrown; null if it has returned
     * @return a coroutine that returns whether {@code thrown} is swallowed; null is taken for false. What it throws itself takes
     *     the place of what the body has thrown, so it does not throw {@code thrown} again
     * @throws Exception when the coroutine runs
     */
    @Async
    Coroutine<Boolean> exit(@Nullable Throwable thrown) throws Exception;

    /**
     * Makes one of an async generator function that yields once: Python's {@code asynccontextmanager}.
     *
     * <pre>{@code
     * @Async
     * static AsyncGenerator<Connection> transacting(Pool pool) {
     *     Connection connection = await(pool.take());
     *     try {
     *         AsyncGenerator.yield(connection);       // the body runs here
     *         await(connection.commit());
     *     } catch (SQLException e) {                  // which the body has thrown
     *         await(connection.rollBack());
     *         throw e;
     *     } finally {
     *         await(pool.give(connection));
     *     }
     *     return AsyncGenerator.end();
     * }
     *
     * static AsyncContextManager<Connection> transaction(Pool pool) {
     *     return AsyncContextManager.of(() -> transacting(pool));
     * }
     * }</pre>
     *
     * <p>What comes before the yield is {@link #enter}, what comes behind it {@link #exit}. What the body throws is thrown out of
     * the yield; a function that does not throw it again, swallows it. A body may throw
     * {@link dev.fermata.StopAsyncIteration} like anything else.
     *
     * <p>Single use: it is for one body, and its next {@code enter()} fails. Where one is needed for each of many bodies, pass a
     * {@code Supplier} of them, such as {@code () -> transaction(pool)}; see {@link #around}.
     *
     * @param <T> what it yields to the body
     * @param function is called when the manager is entered
     * @return a manager. Entering it fails with an {@link IllegalStateException} if it was entered before or the generator does
     *     not yield, exiting it if the generator yields again; the generator is closed then
     */
    static <T extends @Nullable Object> AsyncContextManager<T> of(Callable<AsyncGenerator<T>> function) {
        return new GeneratorContext<>(Objects.requireNonNull(function, "function"));
    }

    /**
     * Makes one that closes a resource in the end: Python's {@code aclosing}. Async generators are such resources. In async code
     * {@code try (resource)} does the same without a lambda.
     *
     * @param <C> its type
     * @param resource what the body gets; closed however that ends
     * @return a manager, which swallows nothing
     */
    static <C extends AsyncCloseable> AsyncContextManager<C> closing(C resource) {
        return new ClosingContext<>(Objects.requireNonNull(resource, "resource"));
    }

    /**
     * Makes one that does nothing: Python's {@code nullcontext}, for where a manager is optional.
     *
     * @param <T> what the body gets
     * @param value what the body gets
     * @return a manager, which swallows nothing and can be used again
     */
    static <T extends @Nullable Object> AsyncContextManager<T> none(T value) {
        return new NoContext<>(value);
    }

    /**
     * Puts a manager around a body that runs often, a new one each time: what a manager does as a decorator in Python.
     *
     * <pre>{@code
     * AsyncSupplier<Integer> job = AsyncContextManager.around(() -> transaction(pool), connection -> clean(connection));
     * }</pre>
     *
     * @param <T> what the body gets
     * @param <R> what the body returns
     * @param managers gives the manager for one run; called when that begins
     * @param body an async lambda
     * @return a function whose coroutines are those of {@link Asyncio#with(AsyncContextManager, AsyncFunction)}
     */
    static <T extends @Nullable Object, R extends @Nullable Object> AsyncSupplier<R> around(
            Supplier<? extends AsyncContextManager<T>> managers, AsyncFunction<T, R> body) {
        Objects.requireNonNull(managers, "managers");
        Objects.requireNonNull(body, "body");
        return () -> new SupplierCoroutine<>(() -> Asyncio.with(managers.get(), body));
    }
}
