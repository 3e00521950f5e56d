package dev.fermata;

import static dev.fermata.AsyncGeneratorTest.outcome;
import static dev.fermata.ScriptedAsyncGenerator.asyncGenerator;
import static dev.fermata.ScriptedAsyncGenerator.give;
import static dev.fermata.ScriptedAsyncGenerator.yielding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fermata.machine.Machine;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

final class AsyncGeneratorDepthTest {
    private static final int DEEP = 300_000;

    @Test
    void generatorsMayConsumeOneAnotherToAnyDepth() throws Exception {
        assertThat(onASmallStack(() -> {
                    AsyncGenerator<Object> outer = nested(yielding(List.of("a", "b")));
                    return outcome(outer.anext()) + "" + outcome(outer.anext());
                }))
                .isEqualTo("ab");
    }

    @Test
    void whatIsSentArrivesWhereTheStackHasToUnwind() throws Exception {
        assertThat(onASmallStack(() -> {
                    AsyncGenerator<Object> echo = asyncGenerator(
                            (machine, state, self) -> give(machine, self, state == 0 ? "first" : machine.resumed(), 1));
                    outcome(echo.anext());
                    return outcome(below(echo.asend("sent")));
                }))
                .isEqualTo("sent");
    }

    @Test
    void whatIsThrownArrivesWhereTheStackHasToUnwind() throws Exception {
        IOException failure = new IOException("broken");
        assertThat(onASmallStack(() -> {
                    AsyncGenerator<Object> generator = yielding(List.of("a", "b"));
                    outcome(generator.anext());
                    return catchThrowable(() -> outcome(below(generator.athrow(failure))));
                }))
                .isSameAs(failure);
    }

    @Test
    void aMillionElementsNeedNoStack() throws Exception {
        assertThat(onASmallStack(() -> {
                    AsyncGenerator<Integer> counting = asyncGenerator((machine, state, self) -> {
                        if (state > 0) {
                            machine.resumed();
                        }
                        return give(machine, self, state, state + 1);
                    });
                    Coroutine<Integer> consumer = ScriptedCoroutine.coroutine((machine, state, self) -> {
                        Object last = null;
                        for (int i = 0; i < 1_000_000; i++) {
                            last = Machine.await(counting.anext().asCoroutine(), machine);
                        }
                        return last;
                    });
                    return outcome(consumer);
                }))
                .isEqualTo(999_999);
    }

    /** {@code for (Object each : source) AsyncGenerator.yield(each);}, so many times over. */
    private static AsyncGenerator<Object> nested(AsyncGenerator<Object> innermost) {
        AsyncGenerator<Object> outer = innermost;
        for (int i = 0; i < DEEP; i++) {
            AsyncGenerator<Object> source = outer;
            outer = asyncGenerator((machine, state, self) -> {
                Object element;
                if (state == 1) {
                    element = machine.resumed();
                } else {
                    if (state == 2) {
                        machine.resumed();
                    }
                    element = Machine.await(source.anext().asCoroutine(), machine);
                    if (element == Machine.SUSPENDED) {
                        return machine.suspend(self, 1);
                    }
                }
                return give(machine, self, element, 2);
            });
        }
        return outer;
    }

    private static Coroutine<Object> below(Awaitable<Object> call) {
        Awaitable<Object> outer = call;
        for (int i = 0; i < DEEP; i++) {
            outer = ScriptedCoroutine.awaiting(outer);
        }
        return outer.asCoroutine();
    }

    private static Object onASmallStack(Callable<Object> body) throws Exception {
        FutureTask<Object> task = new FutureTask<>(body);
        new Thread(null, task, "small stack", 512 * 1024).start();
        return task.get();
    }
}
