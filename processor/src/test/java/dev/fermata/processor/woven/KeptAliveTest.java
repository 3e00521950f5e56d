package dev.fermata.processor.woven;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;
import static dev.fermata.Coroutine.suspend;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.Coroutine.Step;
import dev.fermata.Generator;
import dev.fermata.Yields;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What a suspended coroutine keeps from the garbage collector: what it will read again, and no more. */
final class KeptAliveTest {
    /** Suspends with each argument that it is given, as the weak references that the tests look at. */
    @Async
    static Coroutine<Void> argumentNotReadAgain(Object big) {
        suspend(new WeakReference<>(big));
        return done();
    }

    @Async
    static Coroutine<String> argumentReadAgain(Object big) {
        suspend(new WeakReference<>(big));
        return result(big.toString());
    }

    @Test
    void argument_notReadAgain_isDropped() {
        Coroutine<Void> coroutine = argumentNotReadAgain(new Object());

        assertThat(isKept(coroutine.send(null))).isFalse();
    }

    @Test
    void argument_readAgain_isKept() {
        Coroutine<String> coroutine = argumentReadAgain(new Object());

        assertThat(isKept(coroutine.send(null))).isTrue();
        coroutine.close();
    }

    @Async
    static Coroutine<Void> localOverwrittenBeforeItIsRead(Supplier<Object> source) {
        Object big = source.get();
        suspend(new WeakReference<>(big));
        big = source.get();
        suspend(new WeakReference<>(big));
        big.hashCode();
        return done();
    }

    @Test
    void local_overwrittenBeforeItIsRead_isDropped() {
        Coroutine<Void> coroutine = localOverwrittenBeforeItIsRead(Object::new);

        assertThat(isKept(coroutine.send(null))).isFalse();
        assertThat(isKept(coroutine.send(null))).isTrue();
        coroutine.close();
    }

    @Async
    static Coroutine<Void> fieldOfAnEarlierPoint(Object big) {
        suspend(new WeakReference<>(big));
        WeakReference<Object> reference = new WeakReference<>(big);
        suspend(reference);
        return done();
    }

    @Test
    void local_keptAtOnePoint_isDroppedAtTheNext() {
        Coroutine<Void> coroutine = fieldOfAnEarlierPoint(new Object());

        assertThat(isKept(coroutine.send(null))).isTrue();
        assertThat(isKept(coroutine.send(null))).isFalse();
        coroutine.close();
    }

    @Async
    static Coroutine<Void> assignmentInTry(Object big, Supplier<Object> risk) {
        Object held = big;
        try {
            suspend(new WeakReference<>(held));
            held = risk.get();
        } catch (IllegalStateException e) {
            suspend(held.toString());
        }
        return done();
    }

    /** The assignment does not happen if what is assigned throws. */
    @Test
    void local_assignedInTryAndReadInItsHandler_isKept() {
        Coroutine<Void> coroutine = assignmentInTry("big", () -> {
            throw new IllegalStateException();
        });

        coroutine.send(null);

        assertThat(coroutine.send(null)).isEqualTo(new Step.Suspended<Void>("big"));
        coroutine.close();
    }

    @Async
    static Coroutine<Void> overwrittenFirstInTry(Object big, Supplier<Object> risk) {
        Object held = big;
        suspend(new WeakReference<>(held));
        try {
            held = null;
            held = risk.get();
        } catch (IllegalStateException e) {
            suspend(held);
        }
        return done();
    }

    /** The verifier asks for it in the whole range, but null cannot fail to be assigned. */
    @Test
    void local_overwrittenInTryBeforeAnythingCanThrow_isDropped() {
        Coroutine<Void> coroutine = overwrittenFirstInTry(new Object(), () -> {
            throw new IllegalStateException();
        });

        assertThat(isKept(coroutine.send(null))).isFalse();
        assertThat(coroutine.send(null)).isEqualTo(new Step.Suspended<Void>(null));
        coroutine.close();
    }

    @Async
    static Coroutine<Integer> operandBelowAnAwait(Supplier<Object> source) {
        WeakReference<?>[] reference = new WeakReference<?>[1];
        int sum = noted(source.get(), reference).hashCode() * 0
                + two(noted(source.get(), reference), suspend(reference[0]));
        suspend(reference[0]);
        return result(sum);
    }

    private static int two(Object first, Object second) {
        return first == second ? 1 : 0;
    }

    private static Object noted(Object big, WeakReference<?>[] reference) {
        reference[0] = new WeakReference<>(big);
        return big;
    }

    @Test
    void operand_isKeptUntilItIsConsumed() {
        Coroutine<Integer> coroutine = operandBelowAnAwait(Object::new);

        assertThat(isKept(coroutine.send(null))).isTrue();
        assertThat(isKept(coroutine.send(null))).isFalse();
        coroutine.close();
    }

    @Async
    static Coroutine<Object> inner(Object big) {
        return result(suspend(new WeakReference<>(big)));
    }

    @Async
    static Coroutine<Void> outer(Object big) {
        await(inner(big));
        return done();
    }

    @Test
    void argumentsOfAWholeChain_areDropped() {
        Coroutine<Void> coroutine = outer(new Object());

        assertThat(isKept(coroutine.send(null))).isFalse();
        coroutine.close();
    }

    @Yields
    static Generator<WeakReference<Object>> elements(Supplier<Object> source) {
        for (int i = 0; i < 3; i++) {
            Object big = source.get();
            Generator.yield(new WeakReference<>(big));
        }
        return Generator.end();
    }

    @Test
    void localOfAGenerator_notReadAgain_isDropped() {
        for (WeakReference<Object> element : elements(Object::new)) {
            assertThat(isKept(element)).isFalse();
        }
    }

    @Yields
    static Generator<WeakReference<Object>> keeping(Supplier<Object> maker) {
        Object kept = maker.get();
        Generator.yield(new WeakReference<>(kept));
        Generator.yield(new WeakReference<>(kept));
        return Generator.end();
    }

    /** Statement 46; CPython: test_generators.test_close_releases_frame_locals. */
    @Test
    void local_ofAGeneratorThatIsClosed_isDropped() {
        Generator<WeakReference<Object>> generator = keeping(Object::new);
        WeakReference<Object> local = generator.next();
        assertThat(isKept(local)).isTrue();
        generator.close();
        assertThat(isKept(local)).isFalse();
        assertThat(generator.hasNext()).isFalse();
    }

    /** As a thread's frame keeps its receiver. */
    @Test
    void receiver_ofASuspendedMethod_isKept() {
        Step<Void> step = new Instance().method(new Object()).send(null);
        Coroutine<Void> coroutine = new Instance().method(new Object());

        assertThat(isKept(coroutine.send(null))).isTrue();
        coroutine.close();
        assertThat(isKept(step)).isFalse();
    }

    private static final class Instance {
        @Async
        Coroutine<Void> method(Object argument) {
            suspend(new WeakReference<>(this));
            return done();
        }
    }

    @Test
    void arguments_ofACoroutineClosedBeforeItStarted_areDropped() {
        List<WeakReference<?>> made = new ArrayList<>();
        Coroutine<Void> coroutine = argumentNotReadAgain(noted(made));

        coroutine.close();

        assertThat(isKept(made.get(0))).isFalse();
        assertThat(coroutine.toString()).contains("closed");
    }

    @Test
    void arguments_ofACoroutineThatFailsBeforeItStarted_areDropped() {
        List<WeakReference<?>> made = new ArrayList<>();
        Coroutine<Void> coroutine = argumentNotReadAgain(noted(made));

        try {
            coroutine.raise(new IllegalStateException());
        } catch (IllegalStateException expected) {
            assertThat(isKept(made.get(0))).isFalse();
        }

        assertThat(coroutine.toString()).contains("closed");
    }

    private static Object noted(List<WeakReference<?>> made) {
        Object big = new Object();
        made.add(new WeakReference<>(big));
        return big;
    }

    @Async
    static Coroutine<Void> millionIterations(List<WeakReference<?>> sample, boolean suspending) {
        for (int i = 0; i < 1_000_000; i++) {
            byte[] big = new byte[1024];
            big[0] = await(byteOf(big, suspending));
            if (i % 50_000 == 0) {
                sample.add(new WeakReference<>(big));
            }
        }
        suspend("last");
        return done();
    }

    @Async
    static Coroutine<Byte> byteOf(byte[] big, boolean suspending) {
        if (suspending) {
            suspend(null);
        }
        return result(big[0]);
    }

    @Test
    void millionAwaitsThatSuspend_keepNothingOfTheirIterations() {
        assertThat(keptOfAMillion(true)).isZero();
    }

    @Test
    void millionAwaitsThatAreReady_keepNothingOfTheirIterations() {
        assertThat(keptOfAMillion(false)).isZero();
    }

    private static long keptOfAMillion(boolean suspending) {
        List<WeakReference<?>> sample = new ArrayList<>();
        Coroutine<Void> coroutine = millionIterations(sample, suspending);
        Step<Void> step = coroutine.send(null);
        while (!step.equals(new Step.Suspended<Void>("last"))) {
            step = coroutine.send(null);
        }
        long kept = sample.stream().filter(KeptAliveTest::isKept).count();
        coroutine.close();
        return sample.size() == 20 ? kept : -1;
    }

    private static boolean isKept(Step<?> step) {
        return isKept((WeakReference<?>) ((Step.Suspended<?>) step).yielded());
    }

    /** One collection is enough for what is unreachable; System.gc() is a promise only if it was not switched off. */
    private static boolean isKept(WeakReference<?> reference) {
        for (int round = 0; round < 3 && reference.get() != null; round++) {
            System.gc();
        }
        return reference.get() != null;
    }
}
