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

/** send() and raise(). */
final class GeneratorSendTest {
    private final List<Object> log = new ArrayList<>();
    private final IOException raised = new IOException("raised");

    @Test
    void whatIsSentIsTheValueOfTheYield() {
        Generator<String> conversing = yielding(log, List.of("a", "b"));

        assertThat(conversing.send(null)).isEqualTo("a");
        assertThat(conversing.send("reply")).isEqualTo("b");

        assertThat(log).containsExactly("reply");
    }

    @Test
    void nextSendsNull() {
        Generator<String> conversing = yielding(log, List.of("a", "b"));
        conversing.send(null);

        conversing.next();

        assertThat(log).containsExactly("null");
    }

    /** Statement 42; CPython: test_generators.test_send_non_none_to_new_gen. */
    @Test
    void aValueForAFreshOneIsRefused() {
        assertThatThrownBy(() -> yielding(log, List.of("a")).send("too early"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("can't send non-null value to a just-started generator");
    }

    /** Statement 42; CPython: test_generators.test_send_non_none_to_new_gen. */
    @Test
    void aFreshOneThatRefusedAValueStaysUsable() {
        Generator<String> fresh = yielding(log, List.of("a"));
        catchThrowable(() -> fresh.send("too early"));

        assertThat(fresh.next()).isEqualTo("a");
    }

    @Test
    void sendingIntoTheEndThrows() {
        Generator<String> ending = yielding(log, List.of("a"));
        ending.next();

        assertThatThrownBy(() -> ending.send("last")).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> ending.send(null)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void sendingWhileAnElementIsHeldIsAMistake() {
        Generator<String> holding = yielding(log, List.of("a"));
        holding.hasNext();

        assertThatThrownBy(() -> holding.send(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("send() while an element is held by hasNext()")
                .hasMessageContaining("next()");
        assertThat(holding.next()).isEqualTo("a");
    }

    @Test
    void itCannotSendToItselfWhileItRuns() {
        Generator<Object> own = generator((machine, state, self) -> ((Generator<?>) self).send(null));

        assertThatThrownBy(own::next)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("generator already executing");
    }

    @Test
    void whatIsRaisedIsThrownAtTheYield() {
        Generator<String> suspended = yielding(log, List.of("a"));
        suspended.next();

        assertThat(catchThrowable(() -> suspended.raise(raised))).isSameAs(raised);
        assertThat(log).containsExactly(raised);
    }

    @Test
    void aBodyThatCatchesWhatIsRaisedMayYieldOn() {
        Generator<String> catching = generator((machine, state, self) -> {
            if (state == 1) {
                machine.yield("caught " + catchThrowable(machine::resumed).getMessage());
                return machine.suspend(self, 2);
            }
            machine.yield("first");
            return machine.suspend(self, 1);
        });
        catching.next();

        assertThat(catching.raise(raised)).isEqualTo("caught raised");
    }

    @Test
    void aBodyThatCatchesWhatIsRaisedAndEndsIsExhausted() {
        Generator<String> catching = generator((machine, state, self) -> {
            if (state == 1) {
                catchThrowable(machine::resumed);
                return "returned";
            }
            machine.yield("first");
            return machine.suspend(self, 1);
        });
        catching.next();

        assertThatThrownBy(() -> catching.raise(raised)).isInstanceOf(NoSuchElementException.class);
        assertThat(catching.returned()).isEqualTo("returned");
    }

    @Test
    void raisingIntoAFreshOneEndsItWithoutRunningIt() {
        Generator<String> fresh = yielding(log, List.of("a"));

        assertThat(catchThrowable(() -> fresh.raise(raised))).isSameAs(raised);
        assertThat(log).isEmpty();
        assertThat(fresh.hasNext()).isFalse();
    }

    @Test
    void raisingIntoAnExhaustedOneThrowsWhatIsRaised() {
        Generator<String> exhausted = yielding(log, List.of());
        exhausted.hasNext();

        assertThat(catchThrowable(() -> exhausted.raise(raised))).isSameAs(raised);
    }

    @Test
    void raisingWhileAnElementIsHeldIsAMistake() {
        Generator<String> holding = yielding(log, List.of("a"));
        holding.hasNext();

        assertThatThrownBy(() -> holding.raise(raised))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("raise() while an element is held by hasNext()");
    }
}
