package dev.fermata.processor.woven;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;
import static dev.fermata.Coroutine.suspend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fermata.Async;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Yields;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.Task;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines of this file that stack traces name, whether what threw had been suspended or not. */
final class TraceTest {
    private static int here() {
        return StackWalker.getInstance()
                .walk(frames -> frames.skip(1).findFirst().orElseThrow().getLineNumber());
    }

    private int expected;

    @Async
    Coroutine<Integer> failing(boolean suspends) {
        if (suspends) {
            suspend("first");
            suspend("second");
        }
        expected = here() + 1;
        throw new IllegalStateException();
    }

    @Async
    Coroutine<Integer> awaiting(boolean suspends) {
        int sum = 1;
        callerExpected = here() + 1;
        sum += await(failing(suspends));
        return result(sum);
    }

    private int callerExpected;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void trace_ofAFailureInAnAwaitedFunction_namesBothLines(boolean suspends) {
        Throwable thrown = run(awaiting(suspends));

        assertThat(lines(thrown, "failing")).containsExactly(expected);
        assertThat(lines(thrown, "awaiting")).containsExactly(callerExpected);
    }

    @Async
    Coroutine<Integer> tailInTry(boolean suspends, boolean first) {
        try {
            if (first) {
                callerExpected = here() + 1;
                return failing(suspends);
            }
            return result(1);
        } catch (IllegalStateException e) {
            return result(2);
        }
    }

    /** The call stands outside the try, behind the code, and its line is that of the return. A tail call leaves no caller
     * once it has suspended, as in any language that has them. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void trace_ofAFailureInACoroutineReturnedFromATry_namesTheLineOfTheReturn(boolean suspends) {
        Throwable thrown = run(tailInTry(suspends, true));

        assertThat(lines(thrown, "failing")).containsExactly(expected);
        assertThat(lines(thrown, "tailInTry")).isEqualTo(suspends ? List.of() : List.of(callerExpected));
    }

    @Yields
    Generator<Integer> elements() {
        Generator.yield(1);
        expected = here() + 1;
        throw new IllegalStateException();
    }

    @ParameterizedTest
    @ValueSource(ints = 1)
    void trace_ofAFailureInAGenerator_namesItsLine(int first) {
        Generator<Integer> elements = elements();
        assertThat(elements.next()).isEqualTo(first);

        assertThat(lines(catchThrowable(elements::next), "elements")).containsExactly(expected);
    }

    @Async
    Coroutine<Integer> throughALambda(boolean suspends) {
        AsyncSupplier<Integer> lambda = () -> {
            callerExpected = here() + 1;
            int value = await(failing(suspends));
            return result(value);
        };
        outerExpected = here() + 1;
        int value = await(coroutineOf(lambda));
        return result(value);
    }

    private int outerExpected;

    private static Coroutine<Integer> coroutineOf(AsyncSupplier<Integer> lambda) {
        try {
            return lambda.get();
        } catch (Exception impossible) {
            throw new AssertionError(impossible);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void trace_ofAFailureThatALambdaAwaits_namesTheLineInTheLambda(boolean suspends) {
        Throwable thrown = run(throughALambda(suspends));

        assertThat(lines(thrown, "failing")).containsExactly(expected);
        assertThat(lambdas(thrown)).containsExactly(callerExpected);
        assertThat(lines(thrown, "throughALambda")).containsExactly(outerExpected);
    }

    @Async
    Coroutine<Integer> consuming(boolean suspends) {
        if (suspends) {
            suspend("before");
        }
        int sum = 0;
        callerExpected = here() + 1;
        for (int element : elements()) {
            sum += element;
        }
        return result(sum);
    }

    @Async
    Coroutine<Integer> outside(boolean suspends) {
        outerExpected = here() + 1;
        int value = await(consuming(suspends));
        return result(value);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void trace_ofAFailureInAGeneratorThatACoroutineConsumes_goesOnWithWhoAwaits(boolean suspends) {
        Throwable thrown = run(outside(suspends));

        assertThat(lines(thrown, "elements")).containsExactly(expected);
        assertThat(lines(thrown, "consuming")).containsExactly(callerExpected);
        assertThat(lines(thrown, "outside")).containsExactly(outerExpected);
    }

    @Async
    Coroutine<Integer> wrapping(boolean suspends) {
        if (suspends) {
            suspend("before");
        }
        try {
            throw new UnsupportedOperationException("caught here");
        } catch (UnsupportedOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Async
    Coroutine<Integer> awaitingTheWrapping(boolean suspends) {
        outerExpected = here() + 1;
        int value = await(wrapping(suspends));
        return result(value);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void trace_ofACauseThatDidNotLeaveItsBody_namesWhoAwaitsToo(boolean suspends) {
        Throwable thrown = run(awaitingTheWrapping(suspends));

        assertThat(lines(thrown, "awaitingTheWrapping")).containsExactly(outerExpected);
        assertThat(lines(thrown.getCause(), "awaitingTheWrapping")).containsExactly(outerExpected);
    }

    @Async
    Coroutine<Integer> slowly() {
        await(Asyncio.sleep(Duration.ofNanos(1)));
        expected = here() + 1;
        throw new IllegalStateException();
    }

    @Async
    Coroutine<Integer> awaitingATask() {
        Task<Integer> task = Asyncio.createTask(slowly());
        outerExpected = here() + 1;
        int value = await(task);
        return result(value);
    }

    @ParameterizedTest
    @ValueSource(ints = 1)
    void trace_ofAFailureOfATask_namesWhoAwaitsTheTask(int times) {
        Throwable thrown = catchThrowable(() -> Asyncio.run(awaitingATask()));

        assertThat(lines(thrown, "slowly")).hasSize(times).containsExactly(expected);
        assertThat(lines(thrown, "awaitingATask")).containsExactly(outerExpected);
    }

    private static List<Integer> lambdas(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .filter(it -> it.getClassName().equals(TraceTest.class.getName()))
                .filter(it -> it.getMethodName().startsWith("lambda$throughALambda"))
                .map(StackTraceElement::getLineNumber)
                .toList();
    }

    private static Throwable run(Coroutine<Integer> coroutine) {
        return catchThrowable(() -> {
            while (coroutine.send(null) instanceof Coroutine.Step.Suspended<Integer>) {
                // goes on
            }
        });
    }

    /** The lines of a function in a trace: its own frames, and where it awaits. */
    private static List<Integer> lines(Throwable thrown, String function) {
        return Arrays.stream(thrown.getStackTrace())
                .filter(it -> it.getClassName().equals(TraceTest.class.getName()))
                .filter(it -> it.getMethodName().equals(function)
                        || it.getMethodName().equals(function + "$async"))
                .map(StackTraceElement::getLineNumber)
                .toList();
    }
}
