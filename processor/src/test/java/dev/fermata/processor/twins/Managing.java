package dev.fermata.processor.twins;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.StopAsyncIteration;
import dev.fermata.asyncio.AsyncContextManager;
import dev.fermata.asyncio.AsyncExitStack;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Context managers and the stack of them. */
final class Managing extends Twins {
    Managing(Consumer<String> log) {
        super(log);
    }

    @Override
    String module() {
        return "managing";
    }

    private class Manager implements AsyncContextManager<String> {
        private final String name;
        private final boolean swallows;
        private final RuntimeException failure;

        Manager(String name, boolean swallows, RuntimeException failure) {
            this.name = name;
            this.swallows = swallows;
            this.failure = failure;
        }

        @Async
        @Override
        public Coroutine<String> enter() {
            await(ticks(1));
            log(name, "enter");
            return result(name);
        }

        @Async
        @Override
        public Coroutine<Boolean> exit(Throwable thrown) {
            await(ticks(1));
            log(name, "exit", thrown);
            if (failure != null) {
                throw failure;
            }
            return result(swallows);
        }
    }

    private Manager manager(String name) {
        return new Manager(name, false, null);
    }

    private Manager swallowing(String name) {
        return new Manager(name, true, null);
    }

    private Manager failing(String name, RuntimeException failure) {
        return new Manager(name, false, failure);
    }

    private static RuntimeException keyError(String message) {
        return new UnsupportedOperationException(message);
    }

    /** The exception, and what was on its way before it. */
    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> all = new ArrayList<>(List.of(failure));
        for (Throwable before : failure.getSuppressed()) { // one at most
            all.addAll(chain(before));
        }
        return all;
    }

    @Async
    Coroutine<Void> managersExitInTheMirroredOrder() {
        return Asyncio.with(
                manager("a"),
                a -> Asyncio.with(manager("b"), b -> {
                    log("body", a, b);
                    return done();
                }));
    }

    @Async
    Coroutine<Void> anExitMaySwallowWhatTheBodyRaises() {
        await(Asyncio.with(
                manager("outer"),
                () -> Asyncio.with(swallowing("inner"), () -> {
                    throw keyError("body");
                })));
        log("on");
        return done();
    }

    @Async
    Coroutine<Void> anExitThatRaisesReplacesWhatTheBodyRaises() {
        try {
            await(Asyncio.with(
                    failing("outer", keyError("outer")),
                    () -> Asyncio.with(failing("inner", keyError("inner")), () -> {
                        throw new ArithmeticException("body");
                    })));
        } catch (UnsupportedOperationException error) {
            log(chain(error));
        }
        return done();
    }

    @Async
    Coroutine<Void> anEntryThatFailsIsNotExited() {
        Manager inner = new Manager("inner", false, null) {
            @Async
            @Override
            public Coroutine<String> enter() {
                throw keyError("enter");
            }
        };
        try {
            await(Asyncio.with(
                    manager("outer"),
                    () -> Asyncio.with(inner, () -> {
                        log("never");
                        return done();
                    })));
        } catch (UnsupportedOperationException error) {
            log(error);
        }
        return done();
    }

    @Async
    Coroutine<Void> aCancelledBodyExitsItsManager() {
        Task<Void> task = Asyncio.createTask(Asyncio.with(manager("held"), () -> sleep(10)));
        await(ticks(3));
        task.cancel();
        await(ticks(3));
        log(task.isCancelled());
        return done();
    }

    @Async
    Coroutine<Void> aCancelledExitGetsTheCancellation() {
        Manager slow = new Manager("slow", false, null) {
            @Async
            @Override
            public Coroutine<Boolean> exit(Throwable thrown) {
                try {
                    await(sleep(10));
                } finally {
                    log("exit ends");
                }
                return result(false);
            }
        };
        Task<Void> task = Asyncio.createTask(chaining(Asyncio.with(slow, () -> {
            throw keyError("body");
        })));
        await(ticks(5));
        task.cancel();
        await(ticks(5));
        log(task.isCancelled());
        return done();
    }

    @Async
    private Coroutine<Void> chaining(Coroutine<Void> body) {
        try {
            return result(await(body));
        } catch (CancelledError error) {
            log(chain(error));
            throw error;
        }
    }

    @Async
    private AsyncGenerator<Integer> plain() {
        log("before");
        await(ticks(1));
        try {
            AsyncGenerator.yield(42);
        } finally {
            await(ticks(1));
            log("after");
        }
        return AsyncGenerator.end();
    }

    @Async
    Coroutine<Void> aGeneratorIsAManager() {
        await(Asyncio.with(AsyncContextManager.of(this::plain), value -> {
            log("body", value);
            return done();
        }));
        try {
            await(Asyncio.with(AsyncContextManager.of(this::plain), () -> {
                throw keyError("body");
            }));
        } catch (UnsupportedOperationException error) {
            log(error);
        }
        return done();
    }

    @Async
    private AsyncGenerator<Void> sorting() {
        try {
            AsyncGenerator.yield(null);
        } catch (UnsupportedOperationException error) {
            log("swallowed", error);
        } catch (ArithmeticException error) {
            throw keyError("replacing");
        }
        return AsyncGenerator.end();
    }

    @Async
    Coroutine<Void> aGeneratorMaySwallowOrReplace() {
        await(Asyncio.with(AsyncContextManager.of(this::sorting), () -> {
            throw keyError("body");
        }));
        try {
            await(Asyncio.with(AsyncContextManager.of(this::sorting), () -> {
                throw new ArithmeticException("body");
            }));
        } catch (UnsupportedOperationException error) {
            log(chain(error));
        }
        return done();
    }

    @Async
    private static AsyncGenerator<Void> nothing() {
        return AsyncGenerator.end();
    }

    @Async
    Coroutine<Void> aGeneratorHasToYield() {
        try {
            await(Asyncio.with(AsyncContextManager.of(Managing::nothing), () -> {
                log("never");
                return done();
            }));
        } catch (IllegalStateException error) {
            log(error.getMessage());
        }
        return done();
    }

    @Async
    private AsyncGenerator<Void> twice() {
        try {
            AsyncGenerator.yield(null);
            log("on");
            AsyncGenerator.yield(null);
        } finally {
            log("closed");
        }
        return AsyncGenerator.end();
    }

    @Async
    Coroutine<Void> aGeneratorHasToStop() {
        try {
            await(Asyncio.with(AsyncContextManager.of(this::twice), () -> {
                log("body");
                return done();
            }));
        } catch (IllegalStateException error) {
            log(error.getMessage());
        }
        return done();
    }

    @Async
    private static AsyncGenerator<Void> again() {
        try {
            AsyncGenerator.yield(null);
        } catch (UnsupportedOperationException error) {
            AsyncGenerator.yield(null);
        }
        return AsyncGenerator.end();
    }

    @Async
    Coroutine<Void> aGeneratorHasToStopAfterAnException() {
        try {
            await(Asyncio.with(AsyncContextManager.of(Managing::again), () -> {
                throw keyError("body");
            }));
        } catch (IllegalStateException error) {
            log(error.getMessage());
        }
        return done();
    }

    @Async
    private static AsyncGenerator<Void> bare() {
        AsyncGenerator.yield(null);
        return AsyncGenerator.end();
    }

    @Async
    private AsyncGenerator<Void> swallowingEnds() {
        try {
            AsyncGenerator.yield(null);
        } catch (StopAsyncIteration end) {
            log("swallowed");
        }
        return AsyncGenerator.end();
    }

    @Async
    Coroutine<Void> theEndOfAnIterationInTheBodyIsAnExceptionLikeOthers() {
        try {
            await(Asyncio.with(AsyncContextManager.of(Managing::bare), () -> {
                throw StopAsyncIteration.INSTANCE;
            }));
        } catch (StopAsyncIteration error) {
            log(error);
        }
        return Asyncio.with(AsyncContextManager.of(this::swallowingEnds), () -> {
            throw StopAsyncIteration.INSTANCE;
        });
    }

    @Async
    private Coroutine<Void> callback(String name) {
        await(ticks(1));
        log(name);
        return done();
    }

    @Async
    Coroutine<Void> aStackExitsLastInFirstOut() {
        return AsyncExitStack.run(stack -> {
            stack.asyncCallback(() -> callback("first"));
            log(await(stack.enter(manager("second"))));
            stack.callback(() -> log("third"));
            stack.asyncCallback(() -> callback("fourth"));
            log("body");
            return done();
        });
    }

    @Async
    private Coroutine<Boolean> sees(Throwable thrown) {
        log("sees", thrown);
        return result(false);
    }

    @Async
    Coroutine<Void> aStackShowsEachExitWhatIsOnItsWay() {
        await(AsyncExitStack.run(stack -> {
            stack.push(this::sees);
            stack.push(thrown -> {
                log("swallows", thrown);
                return result(true);
            });
            await(stack.enter(failing("failing", keyError("exit"))));
            stack.push(this::sees);
            throw new ArithmeticException("body");
        }));
        log("on");
        return done();
    }

    @Async
    private static Coroutine<Void> failing(RuntimeException failure) {
        throw failure;
    }

    @Async
    Coroutine<Void> aStackChainsLikeNestedManagers() {
        try {
            await(AsyncExitStack.run(stack -> {
                stack.asyncCallback(() -> failing(keyError("last")));
                stack.asyncCallback(() -> failing(new ArithmeticException("later")));
                stack.asyncCallback(() -> failing(keyError("after")));
                stack.push(thrown -> {
                    log("swallows", chain(thrown));
                    return result(true);
                });
                stack.asyncCallback(() -> failing(keyError("callback")));
                throw new ArithmeticException("body");
            }));
        } catch (UnsupportedOperationException error) {
            log(chain(error));
        }
        return done();
    }

    @Async
    Coroutine<Void> aStackHandsOverWhatItHolds() {
        AsyncExitStack kept = await(AsyncExitStack.run(stack -> {
            await(stack.enter(manager("kept")));
            AsyncExitStack moved = stack.popAll();
            stack.callback(() -> log("own"));
            return result(moved);
        }));
        log("left");
        await(kept.aclose());
        await(kept.aclose());
        return done();
    }

    @Async
    Coroutine<Void> aStackThatIsCancelledInAnExitDoesTheRest() {
        Task<Void> task = Asyncio.createTask(AsyncExitStack.run(stack -> {
            await(stack.enter(manager("last")));
            stack.asyncCallback(() -> sleep(10));
            return done();
        }));
        await(ticks(4));
        task.cancel();
        await(ticks(4));
        log(task.isCancelled());
        return done();
    }

    @Async
    private AsyncGenerator<Integer> numbers() {
        try {
            AsyncGenerator.yield(1);
            AsyncGenerator.yield(2);
        } finally {
            await(ticks(1));
            log("closed");
        }
        return AsyncGenerator.end();
    }

    @Async
    Coroutine<Void> closingEndsAGeneratorOnEveryWayOut() {
        await(Asyncio.with(AsyncContextManager.closing(numbers()), source -> {
            for (int number : source) {
                log(number);
                break;
            }
            return done();
        }));
        try {
            await(Asyncio.with(AsyncContextManager.closing(numbers()), source -> {
                log(await(source.anext()));
                throw keyError("body");
            }));
        } catch (UnsupportedOperationException error) {
            log(error);
        }
        return done();
    }

    @Async
    Coroutine<Void> noneDoesNothing() {
        return Asyncio.with(AsyncContextManager.none(42), value -> {
            log(value);
            return done();
        });
    }
}
