package dev.fermata.machine;

import static dev.fermata.machine.ScriptedFrame.awaiting;
import static dev.fermata.machine.ScriptedFrame.frame;
import static dev.fermata.machine.ScriptedFrame.pausing;
import static dev.fermata.machine.ScriptedFrame.returning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What the machine says of a mistake, in Python's wording. */
final class MisuseTest {
    private final Machine machine = new Machine();

    @Test
    void aFrameThatEndedCannotBeAwaited() {
        Frame ended = returning("value");
        machine.resume(ended, null, null);

        assertThatThrownBy(() -> machine.resume(awaiting("again", ended), null, null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot reuse already awaited coroutine");
    }

    @Test
    void aFrameThatIsSuspendedCannotBeAwaited() {
        Frame awaited = pausing(null);
        machine.resume(awaiting("first", awaited), null, null);

        assertThatThrownBy(() -> new Machine().resume(awaiting("second", awaited), null, null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("coroutine is being awaited already");
    }

    @Test
    void theFirstAwaiterIsUnharmedByASecond() {
        Frame awaited = pausing(null);
        machine.resume(awaiting("first", awaited), null, null);

        assertThatThrownBy(() -> new Machine().resume(awaiting("second", awaited), null, null));

        assertThat(machine.resume(machine.leaf(), "sent", null)).isEqualTo("sent");
    }

    @Test
    void aFrameCannotAwaitItself() {
        Frame self = frame("self", (running, state, own) -> Machine.await(own, running));

        assertThatThrownBy(() -> machine.resume(self, null, null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("coroutine already executing");
    }

    @Test
    void aFrameCannotBeResumedWhileItRuns() {
        Frame self = frame("self", (running, state, own) -> running.resume(own, null, null));

        assertThatThrownBy(() -> machine.resume(self, null, null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("coroutine already executing");
    }

    @Test
    void aFrameCannotBeResumedAfterItEnded() {
        Frame ended = returning("value");
        machine.resume(ended, null, null);

        assertThatThrownBy(() -> machine.resume(ended, null, null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot reuse already awaited coroutine");
    }

    @Test
    void onlyAFreshFrameCanBegin() {
        Frame suspended = pausing(null);
        machine.begin(suspended);

        assertThatThrownBy(() -> machine.begin(suspended))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("coroutine is being awaited already");
    }

    @Test
    void aTailCallNeedsAFreshFrame() {
        Frame ended = returning("value");
        machine.resume(ended, null, null);
        Frame caller = frame("caller", (running, state, self) -> running.tail(ended, self));

        assertThatThrownBy(() -> machine.resume(caller, null, null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot reuse already awaited coroutine");
    }

    /** Statement 15; CPython: test_coroutines.test_await_1. */
    @Test
    void awaitingNullNamesTheMistakeAndItsCure() {
        assertThatThrownBy(() -> machine.resume(awaiting("caller", null), null, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("null instead of a coroutine")
                .hasMessageContaining("return done()");
    }

    @Test
    void aFrameThatRanCannotBeDiscarded() {
        Frame ended = returning("value");
        machine.resume(ended, null, null);

        assertThatThrownBy(ended::discard)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot reuse already awaited coroutine");
    }

    @Test
    void aStateThatABodyDoesNotHaveMeansClassesThatDoNotBelongTogether() {
        assertThat(Machine.unknownState(returning("value")))
                .hasMessageStartingWith(ScriptedFrame.class.getName() + " does not belong to the class")
                .hasMessageEndingWith("compile both again");
    }
}
