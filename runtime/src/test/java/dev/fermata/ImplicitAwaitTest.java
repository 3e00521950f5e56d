package dev.fermata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.machine.Frame;
import dev.fermata.machine.Machine;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

final class ImplicitAwaitTest {
    private final Machine machine = new Machine();

    @Test
    void hasNext_anElement_isHeldUntilNextTakesIt() {
        AsyncIterator<String> source = source("a", "b");

        assertThat(run(ImplicitAwait.hasNext(source))).isEqualTo(true);
        assertThat(run(ImplicitAwait.hasNext(source))).isEqualTo(true);
        assertThat(run(ImplicitAwait.next(source))).isEqualTo("a");
        assertThat(run(ImplicitAwait.next(source))).isEqualTo("b");
        assertThat(run(ImplicitAwait.hasNext(source))).isEqualTo(false);
    }

    @Test
    void advance_takesWhatIsHeldFirst() {
        AsyncIterator<String> source = source("a", "b");
        run(ImplicitAwait.hasNext(source));

        assertThat(run(ImplicitAwait.advance(source))).isEqualTo("a");
        assertThat(run(ImplicitAwait.advance(source))).isEqualTo("b");
        assertThat(run(ImplicitAwait.advance(source))).isSameAs(ImplicitAwait.END);
    }

    @Test
    void null_isAnElement() {
        AsyncIterator<String> source = source(null, null, null);

        assertThat(run(ImplicitAwait.hasNext(source))).isEqualTo(true);
        assertThat(run(ImplicitAwait.next(source))).isNull();
        assertThat(run(ImplicitAwait.next(source))).isNull();
        assertThat(run(ImplicitAwait.advance(source))).isNull();
        assertThat(run(ImplicitAwait.hasNext(source))).isEqualTo(false);
    }

    @Test
    void hasNext_twiceAtATime_losesNothing() {
        AsyncIterator<String> source = suspending("a", "b", "c");
        Frame first = ImplicitAwait.hasNext(source);
        Frame second = ImplicitAwait.hasNext(source);
        Machine other = new Machine();

        assertThat(machine.begin(first)).isSameAs(Machine.SUSPENDED);
        assertThat(other.begin(second)).isSameAs(Machine.SUSPENDED);
        assertThat(machine.resume(machine.leaf(), null, null)).isEqualTo(true);
        assertThat(other.resume(other.leaf(), null, null)).isEqualTo(true);

        assertThat(run(ImplicitAwait.next(source))).isEqualTo("a");
        assertThat(run(ImplicitAwait.next(source))).isEqualTo("b");
    }

    @Test
    void suspendedAnext_isGoneOnWith() {
        AsyncIterator<String> source = suspending("a");

        assertThat(run(ImplicitAwait.advance(source))).isEqualTo("a");
        assertThat(run(ImplicitAwait.advance(source))).isSameAs(ImplicitAwait.END);
        assertThat(run(ImplicitAwait.hasNext(source))).isEqualTo(false);
    }

    @Test
    void next_atTheEnd_throwsNoSuchElementException() {
        assertThatThrownBy(() -> run(ImplicitAwait.next(source())))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("the asynchronous iterator is exhausted")
                .hasCause(StopAsyncIteration.INSTANCE);
    }

    @Test
    void anextThatThrowsAtTheCall_endsTheIterationAsOneThatIsAwaited() {
        AsyncIterator<String> source = () -> {
            throw StopAsyncIteration.INSTANCE;
        };

        assertThat(run(ImplicitAwait.hasNext(source))).isEqualTo(false);
        assertThat(run(ImplicitAwait.advance(source))).isSameAs(ImplicitAwait.END);
    }

    @Test
    void otherFailures_areThrown() {
        IllegalStateException failure = new IllegalStateException("broken");
        AsyncIterator<String> source = () -> ScriptedCoroutine.failing(failure);

        assertThatThrownBy(() -> run(ImplicitAwait.hasNext(source))).isSameAs(failure);
        assertThatThrownBy(() -> run(ImplicitAwait.next(source))).isSameAs(failure);
        assertThatThrownBy(() -> run(ImplicitAwait.advance(source))).isSameAs(failure);
    }

    @Test
    void cancellation_isThrownOutOfTheWait_andHoldsNothing() {
        AsyncIterator<String> source = suspending("a", "b");
        CancelledError cancelled = new CancelledError("enough");
        assertThat(machine.begin(ImplicitAwait.hasNext(source))).isSameAs(Machine.SUSPENDED);
        Frame leaf = machine.leaf();

        assertThatThrownBy(() -> machine.resume(leaf, null, cancelled)).isSameAs(cancelled);
        assertThat(run(ImplicitAwait.next(source))).isEqualTo("b");
    }

    @Test
    void anextThatGivesNull_isToldSo() {
        AsyncIterator<String> source = () -> null;

        assertThatThrownBy(() -> run(ImplicitAwait.advance(source)))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("anext() of " + source.getClass().getName())
                .hasMessageContaining("StopAsyncIteration");
    }

    @Test
    void plainIterator_isAskedAtOnce() {
        Iterator<String> plain = List.of("a", "b").iterator();

        assertThat(run(ImplicitAwait.hasNext(plain))).isEqualTo(true);
        assertThat(run(ImplicitAwait.next(plain))).isEqualTo("a");
        assertThat(run(ImplicitAwait.advance(plain))).isEqualTo("b");
        assertThat(run(ImplicitAwait.advance(plain))).isSameAs(ImplicitAwait.END);
        assertThatThrownBy(() -> ImplicitAwait.next(plain)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void close_awaitsAclose_orClosesAtOnce() throws Exception {
        List<String> order = new ArrayList<>();
        AsyncCloseable async = () -> ScriptedCoroutine.coroutine((machine, state, self) -> order.add("aclose"));
        AutoCloseable plain = () -> order.add("close");

        Frame release = ImplicitAwait.close(async);
        assertThat(order).isEmpty();
        run(release);
        run(ImplicitAwait.close(plain));

        assertThat(order).containsExactly("aclose", "close");
    }

    @Test
    void heldElement_goesWithItsIterator() throws InterruptedException {
        int before = HeldElements.size();
        WeakReference<AsyncIterator<String>> abandoned = abandoned();
        assertThat(HeldElements.size()).isEqualTo(before + 1);

        // The reference is cleared before it is enqueued, by another thread of the JVM.
        for (int tries = 0; HeldElements.size() > before && tries < 1_000; tries++) {
            System.gc();
            Thread.yield();
        }
        assertThat(abandoned.get()).isNull();
        assertThat(HeldElements.size()).isEqualTo(before);
    }

    private WeakReference<AsyncIterator<String>> abandoned() {
        AsyncIterator<String> source = source("a");
        run(ImplicitAwait.hasNext(source));
        return new WeakReference<>(source);
    }

    @Test
    void plainCode_isToldItsOwnName() {
        AsyncIterator<String> source = source("a");
        AsyncIterable<String> iterable = () -> source;
        AsyncCloseable closeable = Coroutine::done;
        String where = " in dev.fermata.ImplicitAwaitTest.";

        assertThatIllegalStateException()
                .isThrownBy(source::hasNext)
                .withMessageStartingWith("AsyncIterator.hasNext() in ");
        assertThatIllegalStateException()
                .isThrownBy(() -> {
                    for (String each : iterable) {
                        throw new AssertionError(each);
                    }
                })
                .withMessageContaining(where);
        assertThatIllegalStateException()
                .isThrownBy(() -> iterable.forEach(each -> {}))
                .withMessageContaining(where);
        assertThatIllegalStateException()
                .isThrownBy(() -> source.forEachRemaining(each -> {}))
                .withMessageContaining(where);
        assertThatIllegalStateException()
                .isThrownBy(closeable::close)
                .withMessageStartingWith("AsyncCloseable.close() in ");
    }

    /** Runs to the end, whatever suspends. */
    private Object run(Frame frame) {
        Object outcome = machine.begin(frame);
        while (outcome == Machine.SUSPENDED) {
            outcome = machine.resume(machine.leaf(), null, null);
        }
        return outcome;
    }

    private static AsyncIterator<String> source(String... elements) {
        Iterator<String> each = Arrays.asList(elements).iterator();
        return () ->
                each.hasNext() ? Coroutine.result(each.next()) : ScriptedCoroutine.failing(StopAsyncIteration.INSTANCE);
    }

    private static AsyncIterator<String> suspending(String... elements) {
        AsyncIterator<String> source = source(elements);
        return () -> {
            Coroutine<String> next = source.anext().asCoroutine();
            return ScriptedCoroutine.coroutine((machine, state, self) -> {
                if (state == 0) {
                    return machine.suspend(self, 1);
                }
                machine.resumed();
                return Machine.await(next, machine);
            });
        };
    }
}
