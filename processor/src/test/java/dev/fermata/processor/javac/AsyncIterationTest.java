package dev.fermata.processor.javac;

import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.Async;
import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncIterable;
import dev.fermata.AsyncIterator;
import dev.fermata.Awaitable;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.Coroutine.Step;
import dev.fermata.StopAsyncIteration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the catalogue cannot compare: what blocking code has no word for. This class is rewritten as it is compiled. */
@SuppressWarnings("try")
final class AsyncIterationTest {
    private final List<String> log = new ArrayList<>();

    private final class Resource implements AsyncCloseable {
        private final boolean stubborn;

        Resource(boolean stubborn) {
            this.stubborn = stubborn;
        }

        @Async
        @Override
        public Coroutine<Void> aclose() {
            log.add("closing");
            try {
                Coroutine.suspend("closing");
            } catch (CancelledError cancelled) {
                log.add("cancelled in aclose");
                if (!stubborn) {
                    throw cancelled;
                }
            }
            log.add("closed");
            return done();
        }
    }

    @Async
    private Coroutine<String> uses(boolean stubborn) {
        try (Resource resource = new Resource(stubborn)) {
            Coroutine.suspend("body");
        } finally {
            log.add("finally");
        }
        return result("end");
    }

    @Test
    void cancellationOfTheBody_closesTheResource() {
        Coroutine<String> coroutine = uses(false);
        coroutine.send(null);
        CancelledError cancelled = new CancelledError("enough");

        assertThat(coroutine.raise(cancelled)).isEqualTo(new Step.Suspended<>("closing"));
        assertThatThrownBy(() -> coroutine.send(null)).isSameAs(cancelled);
        assertThat(log).containsExactly("closing", "closed", "finally");
    }

    @Test
    void cancellationOfAclose_isThrownInIt() {
        Coroutine<String> coroutine = uses(false);
        coroutine.send(null);
        coroutine.send(null);
        CancelledError cancelled = new CancelledError("enough");

        assertThatThrownBy(() -> coroutine.raise(cancelled)).isSameAs(cancelled);
        assertThat(log).containsExactly("closing", "cancelled in aclose", "finally");
    }

    @Test
    void cancellationOfAclose_mayBeCaughtByIt() {
        Coroutine<String> coroutine = uses(true);
        coroutine.send(null);
        coroutine.send(null);

        assertThat(coroutine.raise(new CancelledError("enough"))).isEqualTo(new Step.Returned<>("end"));
        assertThat(log).containsExactly("closing", "cancelled in aclose", "closed", "finally");
    }

    @Test
    void secondCancellation_whileTheFirstClosesTheResource_isSuppressedByIt() {
        Coroutine<String> coroutine = uses(false);
        coroutine.send(null);
        CancelledError first = new CancelledError("first");
        CancelledError second = new CancelledError("second");
        coroutine.raise(first);

        assertThatThrownBy(() -> coroutine.raise(second)).isSameAs(first);
        assertThat(first.getSuppressed()).containsExactly(second);
    }

    /** An iterator and a resource for plain code, too. */
    private final class Both implements AsyncIterable<Integer>, AsyncIterator<Integer>, AsyncCloseable {
        private int next;

        @Override
        public Both iterator() {
            return this;
        }

        @Override
        public Awaitable<Integer> anext() {
            if (next == 3) {
                throw StopAsyncIteration.INSTANCE;
            }
            return result(next++);
        }

        @Override
        public boolean hasNext() {
            log.add("plain hasNext");
            return false;
        }

        @Override
        public Integer next() {
            log.add("plain next");
            return -1;
        }

        @Override
        public Coroutine<Void> aclose() {
            log.add("aclose");
            return done();
        }

        @Override
        public void close() {
            log.add("plain close");
        }

        @Async
        Coroutine<String> ownCalls() {
            return result(hasNext() + " " + next() + " " + this.next());
        }
    }

    @Async
    private Coroutine<String> sum(Both both) {
        int sum = 0;
        try (both) {
            for (int n : both) {
                sum += n;
            }
        }
        both.close();
        return result(sum + " " + both.hasNext());
    }

    @Test
    void asyncCode_awaits_whateverAClassOverrides() {
        assertThat(sum(new Both()).send(null)).isEqualTo(new Step.Returned<>("3 false"));
        assertThat(new Both().ownCalls().send(null)).isEqualTo(new Step.Returned<>("true 0 1"));
        assertThat(log).containsExactly("aclose", "aclose");
    }

    @Test
    void plainCode_callsWhatAClassOverrides() {
        try (Both both = new Both()) {
            assertThat(both.hasNext()).isFalse();
        }
        assertThat(log).containsExactly("plain hasNext", "plain close");
    }

    @Async
    private static Coroutine<Integer> hidden(Iterator<Integer> iterator) {
        return result(iterator.next());
    }

    @Async
    private static Coroutine<Integer> hiddenSource(Iterable<Integer> source) {
        int sum = 0;
        for (int n : source) {
            sum += n;
        }
        return result(sum);
    }

    @Test
    void sourceThatNoTypeShows_throwsAndSaysWhatToWrite() {
        AsyncIterator<Integer> iterator = () -> result(1);
        AsyncIterable<Integer> source = () -> iterator;

        assertThatThrownBy(() -> hidden(iterator).send(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("AsyncIterator.next() in " + AsyncIterationTest.class.getName() + ".hidden")
                .hasMessageEndingWith("on an expression whose type is AsyncIterator or a subtype of it");
        assertThatThrownBy(() -> hiddenSource(source).send(null)).isInstanceOf(IllegalStateException.class);
    }

    @Async
    private Coroutine<Long> rounds(int rounds) {
        int[] left = {rounds};
        AsyncIterable<Integer> source = () -> () -> {
            if (left[0]-- == 0) {
                throw StopAsyncIteration.INSTANCE;
            }
            return pause(left[0]);
        };
        long sum = 0;
        for (int n : source) {
            sum += n;
        }
        return result(sum);
    }

    @Async
    private static Coroutine<Integer> pause(int n) {
        if (n % 2 == 0) {
            Coroutine.suspend(n);
        }
        return result(n);
    }

    @Test
    void hundredThousandRounds_needNoStack() {
        Coroutine<Long> coroutine = rounds(100_000);
        Step<Long> step = coroutine.send(null);
        while (step instanceof Step.Suspended<Long>) {
            step = coroutine.send(null);
        }

        assertThat(step).isEqualTo(new Step.Returned<>(99_999L * 100_000 / 2));
    }

    @Async
    private static Coroutine<String> failing() {
        AsyncIterable<Integer> source = () -> () -> broken();
        for (int n : source) {
            throw new AssertionError(n);
        }
        return result("not here");
    }

    @Async
    private static Coroutine<Integer> broken() {
        Coroutine.suspend("about to fail");
        throw new UnsupportedOperationException("broken");
    }

    @Test
    void traceOfAFailedAnext_namesTheLoopThatAwaitsIt() {
        Coroutine<String> coroutine = failing();
        coroutine.send(null);

        assertThatThrownBy(() -> coroutine.send(null))
                .satisfies(thrown -> assertThat(thrown.getStackTrace())
                        .extracting(StackTraceElement::getMethodName)
                        .contains("failing"));
    }
}
