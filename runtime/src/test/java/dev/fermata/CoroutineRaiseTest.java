package dev.fermata;

import static dev.fermata.ScriptedCoroutine.awaiting;
import static dev.fermata.ScriptedCoroutine.cleaningUp;
import static dev.fermata.ScriptedCoroutine.coroutine;
import static dev.fermata.ScriptedCoroutine.pausing;
import static dev.fermata.ScriptedCoroutine.stubborn;
import static dev.fermata.ScriptedCoroutine.tail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fermata.Coroutine.Step;
import dev.fermata.machine.Machine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CoroutineRaiseTest {
    private final IOException raised = new IOException("raised");

    /** Statement 11; CPython: test_coroutines.test_func_10. */
    @Test
    void whatIsRaisedIsThrownAtTheInnermostAwait() {
        Coroutine<Object> outer = awaiting(stubborn("innermost"));
        outer.send(null);

        assertThat(outer.raise(raised)).isEqualTo(new Step.Suspended<>(raised));
        assertThat(outer.send("after")).isEqualTo(new Step.Returned<>("after"));
    }

    @Test
    void whatIsRaisedRunsFinallyBlocksInsideOut() {
        List<String> order = new ArrayList<>();
        Coroutine<Object> outer = cleaningUp("outer", cleaningUp("inner", pausing(null), order), order);
        outer.send(null);

        Throwable thrown = catchThrowable(() -> outer.raise(raised));

        assertThat(thrown).isSameAs(raised);
        assertThat(order).containsExactly("inner", "outer");
    }

    /** Statement 11; CPython: test_coroutines.test_await_14. */
    @Test
    void whatIsRaisedMayBeCaughtAtAnyLevel() {
        Coroutine<Object> inner = awaiting(pausing(null));
        Coroutine<Object> outer = coroutine((machine, state, self) -> {
            if (state == 0) {
                Machine.await(inner, machine);
                return machine.suspend(self, 1);
            }
            try {
                return machine.resumed();
            } catch (Exception caught) {
                return "caught " + caught.getMessage();
            }
        });
        outer.send(null);

        assertThat(outer.raise(raised)).isEqualTo(new Step.Returned<>("caught raised"));
    }

    @Test
    void whatNobodyCatchesEndsTheCoroutine() {
        Coroutine<Object> outer = awaiting(pausing(null));
        outer.send(null);
        catchThrowable(() -> outer.raise(raised));

        assertThatThrownBy(() -> outer.send(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot reuse already awaited coroutine");
    }

    /** Statement 12. */
    @Test
    void aFreshOneEndsWithoutRunning() {
        List<String> ran = new ArrayList<>();
        Coroutine<Object> fresh = coroutine((machine, state, self) -> ran.add("body"));

        Throwable thrown = catchThrowable(() -> fresh.raise(raised));

        assertThat(thrown).isSameAs(raised);
        assertThat(ran).isEmpty();
        assertThat(fresh.toString()).endsWith(", closed");
    }

    /** Statement 4; CPython: test_coroutines.test_func_17. */
    @Test
    void oneThatEndedThrowsItsMisuseAndNotWhatIsRaised() {
        Coroutine<Object> ended = Coroutine.result("value");
        ended.send(null);

        assertThatThrownBy(() -> ended.raise(raised))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot reuse already awaited coroutine");
    }

    @Test
    void oneThatRunsCannotBeRaisedInto() {
        Coroutine<Object> own = coroutine((machine, state, self) -> ((Coroutine<?>) self).raise(raised));

        assertThatThrownBy(() -> own.send(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("coroutine already executing");
    }

    @Test
    void oneThatEndedInATailCallPassesItOnToWhatItReturned() {
        Coroutine<Object> caller = tail(stubborn("callee"));
        caller.send(null);

        assertThat(caller.raise(raised)).isEqualTo(new Step.Suspended<>(raised));
    }

    @Test
    void anErrorIsPassedOnAsAnErrorIs() {
        CancelledError cancelled = new CancelledError("stop");
        Coroutine<Object> outer = awaiting(pausing(null));
        outer.send(null);

        assertThat(catchThrowable(() -> outer.raise(cancelled))).isSameAs(cancelled);
        assertThat(cancelled.message()).isEqualTo("stop");
    }
}
