package dev.fermata;

import static dev.fermata.ScriptedGenerator.delegating;
import static dev.fermata.ScriptedGenerator.generator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

final class DeepDelegationTest {
    private static final int MILLION = 1_000_000;

    @Test
    void aMillionGeneratorsMayDelegateToOneAnother() throws Exception {
        Object outcome = onASmallStack(() -> {
            Generator<Object> outer = nested(MILLION, counting(3));
            int sum = 0;
            for (Object element : outer) {
                sum += (Integer) element;
            }
            return sum + " " + outer.returned();
        });

        assertThat(outcome).isEqualTo("3 end");
    }

    @Test
    void aMillionGeneratorsAreClosedFromTheInnermostOn() throws Exception {
        Object outcome = onASmallStack(() -> {
            Generator<Object> inner = counting(3);
            Generator<Object> outer = nested(MILLION, inner);
            outer.next();
            outer.close();
            return outer.hasNext() + " " + inner.hasNext();
        });

        assertThat(outcome).isEqualTo("false false");
    }

    @Test
    void whatIsRaisedPassesAMillionGenerators() throws Exception {
        IllegalArgumentException failure = new IllegalArgumentException("broken");
        Object outcome = onASmallStack(() -> {
            Generator<Object> outer = nested(MILLION, counting(3));
            outer.next();
            return catchThrowable(() -> outer.raise(failure));
        });

        assertThat(outcome).isSameAs(failure);
    }

    /** Ten thousand million steps, if each element passed each generator: hours. */
    @Test
    void anElementCostsTheSameAtAnyDepth() throws Exception {
        Object outcome = onASmallStack(() -> {
            long sum = 0;
            for (Object element : nested(100_000, counting(100_000))) {
                sum += (Integer) element;
            }
            return sum;
        });

        assertThat(outcome).isEqualTo(99_999L * 100_000 / 2);
    }

    @Test
    void aChainOfConsumedGeneratorsIsPutTogetherLinkByLink() throws Exception {
        Object outcome = onASmallStack(() -> {
            List<Object> seen = new ArrayList<>();
            Generator<Object> outer = counting(1000);
            for (int i = 0; i < 900; i++) {
                seen.add(outer.next());
                outer = delegating(outer);
            }
            outer.forEachRemaining(seen::add);
            return seen.size();
        });

        assertThat(outcome).isEqualTo(1000);
    }

    private static Generator<Object> nested(int depth, Generator<Object> innermost) {
        Generator<Object> outer = innermost;
        for (int i = 0; i < depth; i++) {
            outer = delegating(outer);
        }
        return outer;
    }

    private static Generator<Object> counting(int end) {
        return generator((machine, state, self) -> {
            if (state > 0) {
                machine.resumed();
            }
            if (state == end) {
                return "end";
            }
            machine.yield(state);
            return machine.suspend(self, state + 1);
        });
    }

    private static Object onASmallStack(Callable<Object> body) throws Exception {
        FutureTask<Object> task = new FutureTask<>(body);
        new Thread(null, task, "small stack", 512 * 1024).start();
        return task.get();
    }
}
