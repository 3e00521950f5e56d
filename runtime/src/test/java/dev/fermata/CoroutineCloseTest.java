package dev.fermata;

import static dev.fermata.ScriptedCoroutine.awaiting;
import static dev.fermata.ScriptedCoroutine.cleaningUp;
import static dev.fermata.ScriptedCoroutine.coroutine;
import static dev.fermata.ScriptedCoroutine.pausing;
import static dev.fermata.ScriptedCoroutine.stubborn;
import static dev.fermata.ScriptedCoroutine.tail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fermata.machine.Machine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CoroutineCloseTest {
    /** Statement 6; CPython: test_coroutines.test_func_13. */
    @Test
    void aFreshOneEndsWithoutRunning() {
        List<String> ran = new ArrayList<>();
        Coroutine<Object> fresh = coroutine((machine, state, self) -> ran.add("body"));

        fresh.close();

        assertThat(ran).isEmpty();
        assertThat(fresh.toString()).endsWith(", closed");
    }

    /** Statement 6; CPython: test_coroutines.test_func_13. */
    @Test
    void aFreshOneThatWasClosedCannotBeUsed() {
        Coroutine<Object> closed = pausing(null);
        closed.close();

        assertThatThrownBy(() -> closed.send(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot reuse already awaited coroutine");
    }

    /** Statement 7; CPython: test_coroutines.test_func_10. */
    @Test
    void aSuspendedOneRunsItsFinallyBlocksInsideOut() {
        List<String> order = new ArrayList<>();
        Coroutine<Object> outer = cleaningUp("outer", cleaningUp("inner", pausing(null), order), order);
        outer.send(null);

        outer.close();

        assertThat(order).containsExactly("inner", "outer");
        assertThat(outer.toString()).endsWith(", closed");
    }

    /** Statement 7; CPython: test_coroutines.test_func_10. */
    @Test
    void theInnermostGetsAGeneratorExit() {
        List<Throwable> caught = new ArrayList<>();
        Coroutine<Object> inner = coroutine((machine, state, self) -> {
            if (state == 0) {
                return machine.suspend(self, 1);
            }
            caught.add(catchThrowable(machine::resumed));
            return null;
        });
        Coroutine<Object> outer = awaiting(inner);
        outer.send(null);

        outer.close();

        assertThat(caught).hasOnlyElementsOfType(GeneratorExit.class).hasSize(1);
    }

    /** Statement 8; CPython: test_coroutines.test_func_14. */
    @Test
    void oneThatSuspendsAgainIgnoredGeneratorExit() {
        Coroutine<Object> stubborn = awaiting(stubborn("stays"));
        stubborn.send(null);

        assertThatThrownBy(stubborn::close)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("coroutine ignored GeneratorExit");
    }

    @Test
    void whatAFinallyBlockThrowsCloseThrows() {
        IOException failure = new IOException("clean-up failed");
        Coroutine<Object> failing = coroutine((machine, state, self) -> {
            if (state == 0) {
                return machine.suspend(self, 1);
            }
            throw failure;
        });
        failing.send(null);

        assertThat(catchThrowable(failing::close)).isSameAs(failure);
    }

    /** Statement 5; CPython: test_coroutines.test_func_17, test_func_19. */
    @Test
    void oneThatEndedIsLeftAloneAnyNumberOfTimes() {
        Coroutine<Object> ended = Coroutine.result("value");
        ended.send(null);

        assertThatCode(() -> {
                    ended.close();
                    ended.close();
                })
                .doesNotThrowAnyException();
    }

    @Test
    void oneThatRunsCannotBeClosed() {
        Coroutine<Object> own = coroutine((machine, state, self) -> {
            ((Coroutine<?>) self).close();
            return null;
        });

        assertThatThrownBy(() -> own.send(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("coroutine already executing");
    }

    @Test
    void oneThatIsAwaitedByAnotherCannotBeClosed() {
        Coroutine<Object> inner = pausing(null);
        Coroutine<Object> outer = awaiting(inner);
        outer.send(null);

        assertThatThrownBy(inner::close)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("coroutine is being awaited already");
        assertThat(outer.send("unharmed")).isEqualTo(new Coroutine.Step.Returned<>("unharmed"));
    }

    @Test
    void oneThatBelongsToAnotherDriverCannotBeClosed() {
        Coroutine<Object> owned = pausing(null);
        new Machine().begin(owned);

        assertThatThrownBy(owned::close)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("coroutine is being awaited already");
    }

    @Test
    void oneThatEndedInATailCallClosesWhatItReturned() {
        List<String> order = new ArrayList<>();
        Coroutine<Object> caller = tail(cleaningUp("callee", pausing(null), order));
        caller.send(null);

        caller.close();

        assertThat(order).containsExactly("callee");
    }

    @Test
    void anInnerThatSwallowsGeneratorExitDoesNotLetTheOuterGoOn() {
        List<String> order = new ArrayList<>();
        Coroutine<Object> swallowing = coroutine((machine, state, self) -> {
            if (state == 0) {
                return machine.suspend(self, 1);
            }
            catchThrowable(machine::resumed);
            order.add("swallowed");
            return "value";
        });
        List<Throwable> caught = new ArrayList<>();
        Coroutine<Object> outer = coroutine((machine, state, self) -> {
            if (state == 0) {
                Machine.await(swallowing, machine);
                return machine.suspend(self, 1);
            }
            caught.add(catchThrowable(machine::resumed));
            return null;
        });
        outer.send(null);

        outer.close();

        assertThat(order).containsExactly("swallowed");
        assertThat(caught).hasOnlyElementsOfType(GeneratorExit.class).hasSize(1);
    }

    @Test
    void anInnerWhoseFinallyAwaitsIgnoredGeneratorExit_whichTheOuterIsTold() {
        Coroutine<Object> inner = coroutine((machine, state, self) -> {
            if (state == 0) {
                return machine.suspend(self, 1);
            }
            catchThrowable(machine::resumed);
            return Machine.await(pausing("cleaning up"), machine) == Machine.SUSPENDED
                    ? machine.suspend(self, 2)
                    : null;
        });
        List<String> order = new ArrayList<>();
        Coroutine<Object> outer = cleaningUp("outer", inner, order);
        outer.send(null);

        assertThatThrownBy(outer::close)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("coroutine ignored GeneratorExit");
        assertThat(order).containsExactly("outer");
        assertThat(outer.toString()).endsWith(", closed");
    }

    @Test
    void whatAnInnerThrowsWhileItIsClosedIsThrownInTheOuter() {
        IOException failure = new IOException("clean-up failed");
        Coroutine<Object> inner = coroutine((machine, state, self) -> {
            if (state == 0) {
                return machine.suspend(self, 1);
            }
            throw failure;
        });
        List<Throwable> caught = new ArrayList<>();
        Coroutine<Object> outer = coroutine((machine, state, self) -> {
            if (state == 0) {
                Machine.await(inner, machine);
                return machine.suspend(self, 1);
            }
            caught.add(catchThrowable(machine::resumed));
            return null;
        });
        outer.send(null);

        outer.close();

        assertThat(caught).containsExactly(failure);
    }

    @Test
    void generatorExitThatIsRaisedClosesTheInner_andTheOuterMayGoOn() {
        List<String> order = new ArrayList<>();
        Coroutine<Object> inner = cleaningUp("inner", pausing(null), order);
        Coroutine<Object> outer = coroutine((machine, state, self) -> {
            if (state == 0) {
                Machine.await(inner, machine);
                return machine.suspend(self, 1);
            }
            if (state == 1) {
                catchThrowable(machine::resumed);
                machine.yield("goes on");
                return machine.suspend(self, 2);
            }
            return machine.resumed();
        });
        outer.send(null);

        assertThat(outer.raise(new GeneratorExit())).isEqualTo(new Coroutine.Step.Suspended<>("goes on"));
        assertThat(order).containsExactly("inner");
        assertThat(outer.send("value")).isEqualTo(new Coroutine.Step.Returned<>("value"));
    }

    @Test
    void aMillionCoroutinesAreClosedFromTheInnermostOn() {
        int depth = 1_000_000;
        int[] closed = {0};
        Coroutine<Object> outer = pausing(null);
        for (int i = 0; i < depth; i++) {
            Coroutine<Object> inner = outer;
            outer = coroutine((machine, state, self) -> {
                if (state == 0) {
                    Machine.await(inner, machine);
                    return machine.suspend(self, 1);
                }
                closed[0]++;
                return machine.resumed();
            });
        }
        outer.send(null);

        outer.close();

        assertThat(closed[0]).isEqualTo(depth);
    }
}
