package dev.fermata.processor.woven;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;
import static dev.fermata.Coroutine.suspend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Yields;
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
