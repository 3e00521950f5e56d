package dev.fermata;

import static dev.fermata.ScriptedCoroutine.awaiting;
import static dev.fermata.ScriptedCoroutine.coroutine;
import static dev.fermata.ScriptedCoroutine.failing;
import static dev.fermata.ScriptedCoroutine.pausing;
import static dev.fermata.ScriptedCoroutine.tail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fermata.Coroutine.Step;
import dev.fermata.machine.Machine;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CoroutineSendTest {
    /** Statement 1; CPython: test_coroutines.test_func_1. */
    @Test
    void makingACoroutineRunsNoneOfItsBody() {
        List<String> ran = new ArrayList<>();

        Coroutine<Object> fresh = coroutine((machine, state, self) -> ran.add("body"));

        assertThat(ran).isEmpty();
        assertThat(fresh.toString()).endsWith(", created");
    }

    /** Statement 2; CPython: test_coroutines.test_coro_wrapper_send_tuple. */
    @Test
    void theFirstSendRunsToTheEndIfNothingSuspends() {
        assertThat(Coroutine.result("value").send(null)).isEqualTo(new Step.Returned<>("value"));
    }

    @Test
    void theFirstSendRunsToTheFirstSuspension() {
        assertThat(pausing("yielded").send(null)).isEqualTo(new Step.Suspended<>("yielded"));
    }

    @Test
    void whatIsSentIsTheValueOfTheAwaitItIsStoppedAt() {
        Coroutine<String> stopped = pausing("yielded");
        stopped.send(null);

        assertThat(stopped.send("sent")).isEqualTo(new Step.Returned<>("sent"));
    }

    @Test
    void whatIsSentGoesToTheInnermost() {
        Coroutine<String> outer = awaiting(awaiting(pausing("innermost")));

        assertThat(outer.send(null)).isEqualTo(new Step.Suspended<>("innermost"));
        assertThat(outer.send("sent")).isEqualTo(new Step.Returned<>("sent"));
    }

    /** Statement 2; CPython: test_coroutines.test_coro_wrapper_send_stop_iterator. */
    @Test
    void aReturnedExceptionIsAValue() {
        IOException value = new IOException("a value");

        assertThat(awaiting(Coroutine.result(value)).send(null)).isEqualTo(new Step.Returned<>(value));
    }

    @Test
    void doneReturnsNull() {
        assertThat(Coroutine.done().send(null)).isEqualTo(new Step.Returned<Void>(null));
    }

    @Test
    void whatTheBodyThrowsSendThrowsUnwrapped() {
        IOException failure = new IOException("broken");

        assertThat(catchThrowable(() -> awaiting(failing(failure)).send(null))).isSameAs(failure);
    }

    /** Statement 3; CPython: test_coroutines.test_func_13. */
    @Test
    void aValueForAFreshOneIsRefused() {
        assertThatThrownBy(() -> pausing(null).send("too early"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("can't send non-null value to a just-started coroutine");
    }

    /** Statement 3; CPython: test_coroutines.test_func_13. */
    @Test
    void aFreshOneThatRefusedAValueStaysUsable() {
        Coroutine<String> fresh = pausing("yielded");
        catchThrowable(() -> fresh.send("too early"));

        assertThat(fresh.send(null)).isEqualTo(new Step.Suspended<>("yielded"));
    }

    /** Statement 4; CPython: test_coroutines.test_func_15. */
    @Test
    void oneThatReturnedCannotBeUsedAgain() {
        Coroutine<String> ended = Coroutine.result("value");
        ended.send(null);

        assertThatThrownBy(() -> ended.send(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot reuse already awaited coroutine");
    }

    /** Statement 4; CPython: test_coroutines.test_func_16. */
    @Test
    void oneThatFailedCannotBeUsedAgain() {
        Coroutine<String> failed = failing(new IOException("broken"));
        catchThrowable(() -> failed.send(null));

        assertThatThrownBy(() -> failed.send(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot reuse already awaited coroutine");
    }

    /** Statement 4; CPython: test_coroutines.test_func_16. */
    @Test
    void oneThatSuspendedAndEndedCannotBeUsedAgain() {
        Coroutine<String> ended = pausing(null);
        ended.send(null);
        ended.send("sent");

        assertThatThrownBy(() -> ended.send(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot reuse already awaited coroutine");
    }

    /** Statement 4; CPython: test_coroutines.test_func_18. */
    @Test
    void oneThatEndedCannotBeAwaited() {
        Coroutine<String> ended = Coroutine.result("value");
        ended.send(null);

        assertThatThrownBy(() -> awaiting(ended).send(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot reuse already awaited coroutine");
    }

    /** Statement 9; CPython: test_coroutines.test_func_12. */
    @Test
    void oneCannotResumeItselfWhileItRuns() {
        Coroutine<Object> own = coroutine((machine, state, self) -> ((Coroutine<?>) self).send(null));

        assertThatThrownBy(() -> own.send(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("coroutine already executing");
    }

    @Test
    void oneCannotBeResumedByWhatItAwaits() {
        List<Coroutine<Object>> outer = new ArrayList<>();
        outer.add(awaiting(coroutine((machine, state, self) -> {
            if (state == 0) {
                return machine.suspend(self, 1);
            }
            machine.resumed();
            return outer.get(0).send(null);
        })));
        outer.get(0).send(null);

        assertThatThrownBy(() -> outer.get(0).send(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("coroutine already executing");
    }

    @Test
    void oneCannotBeResumedByAnAwaiterThatGoesOnAfterItsLeaf() {
        List<Coroutine<Object>> outer = new ArrayList<>();
        outer.add(awaiting(coroutine((machine, state, self) -> {
            if (state == 0) {
                Machine.await(pausing("leaf"), machine);
                return machine.suspend(self, 1);
            }
            machine.resumed();
            return outer.get(0).send(null);
        })));
        outer.get(0).send(null);

        assertThatThrownBy(() -> outer.get(0).send(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("coroutine already executing");
    }

    @Test
    void oneThatIsAwaitedByAnotherCannotBeDriven() {
        Coroutine<String> inner = pausing("yielded");
        awaiting(inner).send(null);

        assertThatThrownBy(() -> inner.send(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("coroutine is being awaited already");
    }

    /** Statement 10; CPython: test_coroutines.test_await_15. */
    @Test
    void oneThatIsAwaitedByAnotherCannotBeAwaitedByAThird() {
        Coroutine<String> inner = pausing("yielded");
        awaiting(inner).send(null);

        assertThatThrownBy(() -> awaiting(inner).send(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("coroutine is being awaited already");
    }

    @Test
    void oneThatIsDrivenByHandCannotBeAwaited() {
        Coroutine<String> driven = pausing("yielded");
        driven.send(null);

        assertThatThrownBy(() -> awaiting(driven).send(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("coroutine is being awaited already");
        assertThat(driven.send("sent")).isEqualTo(new Step.Returned<>("sent"));
    }

    @Test
    void oneThatBelongsToAnotherDriverCannotBeSentTo() {
        Coroutine<String> owned = pausing("yielded");
        new Machine().begin(owned);

        assertThatThrownBy(() -> owned.send(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("coroutine is being awaited already");
    }

    @Test
    void oneThatEndedInATailCallGoesOnAsWhatItReturned() {
        Coroutine<String> caller = tail(pausing("callee"));

        assertThat(caller.send(null)).isEqualTo(new Step.Suspended<>("callee"));
        assertThat(caller.send("sent")).isEqualTo(new Step.Returned<>("sent"));
    }

    @Test
    void oneThatEndedInATailCallCannotBeUsedAfterTheEndOfWhatItReturned() {
        Coroutine<String> caller = tail(pausing("callee"));
        caller.send(null);
        caller.send("sent");

        assertThatThrownBy(() -> caller.send(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot reuse already awaited coroutine");
    }

    @Test
    void anAwaitableIsAskedForItsCoroutineWhenItIsAwaited() {
        List<String> order = new ArrayList<>();
        Awaitable<String> awaitable = () -> {
            order.add("asked");
            return Coroutine.result("value");
        };
        Coroutine<String> outer = awaiting(awaitable);
        order.add("made");

        assertThat(outer.send(null)).isEqualTo(new Step.Returned<>("value"));
        assertThat(order).containsExactly("made", "asked");
    }

    /** Statement 16; CPython: test_coroutines.test_await_5. */
    @Test
    void anAwaitableThatGivesNullIsAMistakeAtTheAwait() {
        Coroutine<String> outer = awaiting(() -> null);

        assertThatThrownBy(() -> outer.send(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("null instead of a coroutine");
    }

    @Test
    void aCoroutineIsItsOwnAwaitable() {
        Coroutine<String> own = pausing(null);

        assertThat(own.asCoroutine()).isSameAs(own);
    }

    /** Statements 14 and 24; CPython: test_coroutines.test_func_4, test_func_5, test_func_7, test_copy, test_pickle. */
    @Test
    void aCoroutineCannotBeIteratedCopiedOrSerialized() {
        assertThat(Coroutine.class.getInterfaces())
                .doesNotContain(Iterable.class, Cloneable.class, Serializable.class)
                .containsExactly(Awaitable.class, AutoCloseable.class);
    }
}
