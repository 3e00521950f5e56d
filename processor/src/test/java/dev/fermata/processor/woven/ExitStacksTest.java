package dev.fermata.processor.woven;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.Async;
import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncGenerator;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.AsyncContextManager;
import dev.fermata.asyncio.AsyncExitStack;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.Runner;
import dev.fermata.asyncio.Task;
import dev.fermata.asyncio.junit.AsyncTest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Stacks of things to be done in the end, as users write them. What CPython does with the same programs is in the twins. */
final class ExitStacksTest {
    private final List<Object> log = new ArrayList<>();

    @Async
    private Coroutine<Void> callback(String name) {
        await(Asyncio.sleep(Duration.ofSeconds(1)));
        log.add(name);
        return done();
    }

    @Async
    private static <T> Coroutine<T> failing(Exception failure) throws Exception {
        await(Asyncio.sleep(Duration.ofSeconds(1)));
        throw failure;
    }

    @Async
    private AsyncGenerator<String> managing(String name) {
        log.add(name + " entered");
        try {
            AsyncGenerator.yield(name);
        } finally {
            await(Asyncio.sleep(Duration.ofSeconds(1)));
            log.add(name + " exited");
        }
        return AsyncGenerator.end();
    }

    private AsyncContextManager<String> manager(String name) {
        return AsyncContextManager.of(() -> managing(name));
    }

    /** A resource whose plain close() nothing may call. */
    private final class Connection implements AsyncCloseable {
        @Async
        @Override
        public Coroutine<Void> aclose() {
            await(Asyncio.sleep(Duration.ofSeconds(1)));
            log.add("connection closed");
            return done();
        }
    }

    /** Statement 64; CPython: test_contextlib_async.test_async_callback, test_enter_async_context. */
    @AsyncTest
    void whatWasRegisteredLast_isDoneFirst_overBothKinds(Runner runner) {
        String value = runner.run(() -> AsyncExitStack.run(stack -> {
            stack.asyncCallback(() -> callback("first"));
            stack.callback(() -> log.add("second"));
            String third = await(stack.enter(manager("third")));
            stack.enter(new Connection());
            AutoCloseable fifth = stack.enter((AutoCloseable) () -> log.add("fifth"));
            assertThat(fifth).isNotNull();
            log.add("body");
            return result(third);
        }));

        assertThat(value).isEqualTo("third");
        assertThat(log)
                .containsExactly(
                        "third entered", "body", "fifth", "connection closed", "third exited", "second", "first");
    }

    @AsyncTest
    void aResourceOfAPlainTypeThatIsAsynchronous_isClosedByItsAclose(Runner runner) {
        AutoCloseable connection = new Connection();
        runner.run(() -> AsyncExitStack.run(stack -> {
            stack.enter(connection);
            return done();
        }));
        assertThat(log).containsExactly("connection closed");
    }

    /** Statement 64; CPython: test_contextlib_async.test_async_push. */
    @AsyncTest
    void eachExitSeesWhatIsOnItsWay_andMaySwallowIt(Runner runner) {
        IOException body = new IOException("body");
        IOException exit = new IOException("exit");
        String value = runner.run(() -> AsyncExitStack.run(stack -> {
            stack.push(thrown -> {
                log.add("after that " + thrown);
                return result(false);
            });
            stack.push(thrown -> {
                await(Asyncio.sleep(Duration.ofSeconds(1)));
                log.add(thrown);
                return result(true);
            });
            stack.push(thrown -> failing(exit));
            stack.push(thrown -> {
                log.add(thrown);
                return result(null);
            });
            return failing(body);
        }));

        assertThat(value).isNull();
        assertThat(log).containsExactly(body, exit, "after that null");
        assertThat(exit.getSuppressed()).containsExactly(body);
    }

    /** Statement 64; CPython: test_contextlib_async.test_async_exit_exception_chaining. */
    @AsyncTest
    void exceptionsAreChained_asThoseOfNestedManagersAre(Runner runner) {
        List<IOException> failures = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            failures.add(new IOException("failure " + i));
        }
        assertThatThrownBy(() -> runner.run(() -> AsyncExitStack.run(stack -> {
                    stack.asyncCallback(() -> failing(failures.get(4)));
                    stack.callback(() -> log.add("between"));
                    stack.asyncCallback(() -> failing(failures.get(3)));
                    stack.push(thrown -> {
                        log.add(thrown);
                        return result(true);
                    });
                    stack.asyncCallback(() -> failing(failures.get(1)));
                    return failing(failures.get(0));
                })))
                .isSameAs(failures.get(4));
        assertThat(failures.get(4).getSuppressed()).containsExactly(failures.get(3));
        assertThat(failures.get(3)).hasNoSuppressedExceptions();
        assertThat(failures.get(1).getSuppressed()).containsExactly(failures.get(0));
        assertThat(log).containsExactly(failures.get(1), "between");
    }

    @AsyncTest
    void anExitThatIsSwallowedAfterABodyThatReturned_leavesItsValue(Runner runner) {
        String value = runner.run(() -> AsyncExitStack.run(stack -> {
            stack.push(thrown -> result(true));
            stack.asyncCallback(() -> failing(new IOException("callback")));
            return result("value");
        }));
        assertThat(value).isEqualTo("value");
    }

    /** CPython: test_contextlib.test_exit_raise. */
    @AsyncTest
    void whatTheBodyThrows_isThrownAsItIs(Runner runner) {
        IOException body = new IOException("body");
        assertThatThrownBy(() -> runner.run(() -> AsyncExitStack.run(stack -> {
                    stack.asyncCallback(() -> callback("callback"));
                    return failing(body);
                })))
                .isSameAs(body)
                .hasNoSuppressedExceptions();
        assertThat(log).containsExactly("callback");
    }

    @AsyncTest
    void aManagerThatCannotBeEntered_isNotExited_andTheRestIs(Runner runner) {
        assertThatThrownBy(() -> runner.run(() -> AsyncExitStack.run(stack -> {
                    await(stack.enter(manager("a")));
                    return stack.enter(AsyncContextManager.<String>of(() -> {
                        throw new IOException("b");
                    }));
                })))
                .hasMessage("b");
        assertThat(log).containsExactly("a entered", "a exited");
    }

    /** CPython: test_contextlib.test_pop_all. */
    @AsyncTest
    void popAll_movesWhatThereIs(Runner runner) {
        runner.run(() -> {
            AsyncExitStack kept = await(AsyncExitStack.run(stack -> {
                await(stack.enter(manager("kept")));
                AsyncExitStack moved = stack.popAll();
                stack.callback(() -> log.add("own"));
                return result(moved);
            }));
            log.add("left");
            return kept.with(() -> {
                log.add("body");
                return done();
            });
        });
        assertThat(log).containsExactly("kept entered", "own", "left", "body", "kept exited");
    }

    @AsyncTest
    void aStackThatWasFilledBefore_seesTheExceptionOfTheBodyOfWith(Runner runner) {
        AsyncExitStack stack = new AsyncExitStack();
        stack.push(thrown -> {
            log.add(thrown.getMessage());
            return result(true);
        });
        String value = runner.run(() -> stack.with(() -> failing(new IOException("body"))));
        assertThat(value).isNull();
        assertThat(log).containsExactly("body");
    }

    /** CPython: test_contextlib.test_close. */
    @AsyncTest
    void aclose_doesWhatThereIs_onceAndSeesNoException(Runner runner) {
        AsyncExitStack stack = new AsyncExitStack();
        stack.push(thrown -> {
            log.add("thrown: " + thrown);
            return result(true);
        });
        Void nothing = runner.run(stack::aclose);
        runner.run(stack::aclose);
        assertThat(nothing).isNull();
        assertThat(log).containsExactly("thrown: null");
    }

    @Async
    private Coroutine<Void> inTry() throws IOException {
        try (AsyncExitStack stack = new AsyncExitStack()) {
            stack.push(thrown -> {
                log.add("thrown: " + thrown);
                return result(true);
            });
            await(stack.enter(manager("a")));
            throw new IOException("body");
        }
    }

    @AsyncTest
    void inTry_theExitsAreDone_andSeeNoExceptionOfTheBody(Runner runner) {
        assertThatThrownBy(() -> runner.run(inTry())).hasMessage("body");
        assertThat(log).containsExactly("a entered", "a exited", "thrown: null");
    }

    @AsyncTest
    void whatIsRegisteredInTheEnd_isDoneToo(Runner runner) {
        runner.run(() -> AsyncExitStack.run(stack -> {
            stack.callback(() -> log.add("last"));
            stack.asyncCallback(() -> {
                stack.callback(() -> log.add("late"));
                return done();
            });
            return done();
        }));
        assertThat(log).containsExactly("late", "last");
    }

    @AsyncTest
    void aCancellationInTheEnd_isSeenByTheRest_whichIsDone(Runner runner) {
        runner.run(() -> {
            Task<Void> task = Asyncio.createTask(AsyncExitStack.run(stack -> {
                stack.asyncCallback(() -> callback("last"));
                stack.push(thrown -> {
                    log.add(thrown.getMessage());
                    return result(false);
                });
                stack.asyncCallback(() -> Asyncio.sleep(Duration.ofDays(1)));
                return done();
            }));
            await(Asyncio.sleep(Duration.ofSeconds(1)));
            task.cancel("stop");
            try {
                await(task);
            } catch (CancelledError cancelled) {
                log.add(task.isCancelled());
            }
            return done();
        });
        assertThat(log).containsExactly("stop", "last", true);
    }
}
