package dev.fermata;

import static dev.fermata.ScriptedGenerator.generator;
import static dev.fermata.ScriptedGenerator.yielding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

final class GeneratorCloseTest {
    private final List<Object> log = new ArrayList<>();

    /** Statement 45; CPython: test_generators.test_close_not_started. */
    @Test
    void aFreshOneEndsWithoutRunning() {
        Generator<String> fresh = yielding(log, List.of("a"));

        fresh.close();

        assertThat(log).isEmpty();
        assertThat(fresh.hasNext()).isFalse();
    }

    @Test
    void aSuspendedOneGetsAGeneratorExitAtItsYield() {
        Generator<String> suspended = yielding(log, List.of("a", "b"));
        suspended.next();

        suspended.close();

        assertThat(log).hasOnlyElementsOfType(GeneratorExit.class).hasSize(1);
        assertThat(suspended.hasNext()).isFalse();
    }

    /** Statement 45; CPython: test_generators.test_close_exhausted. */
    @Test
    void anExhaustedOneIsLeftAlone() {
        Generator<String> exhausted = yielding(log, List.of());
        exhausted.hasNext();

        exhausted.close();
        exhausted.close();

        assertThat(log).containsExactly("end");
    }

    @Test
    void oneThatWasClosedIsLeftAlone() {
        Generator<String> closed = yielding(log, List.of("a"));
        closed.next();
        closed.close();

        closed.close();

        assertThat(log).hasSize(1);
    }

    @Test
    void aHeldElementIsDropped() {
        Generator<String> holding = yielding(log, List.of("a", "b"));
        holding.hasNext();

        holding.close();

        assertThat(holding.hasNext()).isFalse();
        assertThatThrownBy(holding::next).isInstanceOf(NoSuchElementException.class);
    }

    /** Statement 45. */
    @Test
    void oneThatYieldsAgainIgnoredGeneratorExit() {
        Generator<String> stubborn = stubborn();
        stubborn.next();

        assertThatThrownBy(stubborn::close)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("generator ignored GeneratorExit");
    }

    @Test
    void whatOneYieldsWhenItIgnoresGeneratorExitIsDropped() {
        Generator<String> stubborn = stubborn();
        stubborn.next();
        catchThrowable(stubborn::close);

        assertThat(stubborn.hasNext()).isFalse();
    }

    /** Statement 45; CPython: test_generators.test_close_return_value. */
    @Test
    void whatTheBodyReturnsOnGeneratorExitIsThere() {
        Generator<String> returning = generator((machine, state, self) -> {
            if (state == 1) {
                catchThrowable(machine::resumed);
                return "farewell";
            }
            machine.yield("first");
            return machine.suspend(self, 1);
        });
        returning.next();

        returning.close();

        assertThat(returning.returned()).isEqualTo("farewell");
    }

    /** Statement 45; CPython: test_generators.test_close_raises. */
    @Test
    void whatAFinallyBlockThrowsCloseThrows() {
        IOException failure = new IOException("clean-up failed");
        Generator<String> failing = generator((machine, state, self) -> {
            if (state == 1) {
                throw failure;
            }
            machine.yield("first");
            return machine.suspend(self, 1);
        });
        failing.next();

        assertThat(catchThrowable(failing::close)).isSameAs(failure);
    }

    @Test
    void itCannotCloseItselfWhileItRuns() {
        Generator<String> own = generator((machine, state, self) -> {
            ((Generator<?>) self).close();
            return null;
        });

        assertThatThrownBy(own::next)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("generator already executing");
    }

    @Test
    void tryWithResourcesEndsIt() {
        Generator<String> elements = yielding(log, List.of("a", "b"));

        try (elements) {
            elements.next();
        }

        assertThat(log).hasOnlyElementsOfType(GeneratorExit.class);
    }

    /** Answers a GeneratorExit with another element, once, and ends after it. */
    private static Generator<String> stubborn() {
        return generator((machine, state, self) -> {
            if (state == 2) {
                machine.resumed();
                return null;
            }
            if (state == 1) {
                catchThrowable(machine::resumed);
            }
            machine.yield("element " + state);
            return machine.suspend(self, state + 1);
        });
    }
}
