package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The entrance for other threads under Lincheck, which runs it in many interleavings of its reads and writes: two senders and
 * a loop that sleeps, seen as a queue. If it is one, nothing is lost, each sender's order is kept, and no loop sleeps over a
 * message whose sender has done its part: that would be a take() of nothing behind a put().
 */
@Tag("lincheck") // in a JVM of its own: it rewrites the classes of the JDK, too
final class WakeUpTest {
    @Test
    void whateverTheInterleaving_theLoopIsWoken_andTakesAllInOrder() {
        options(3).check(Entrance.class);
    }

    /** So that the one above is known to look. */
    @Test
    void aLoopThatLooksBeforeItSaysThatItSleeps_isCaught() {
        assertThatThrownBy(() -> options(2).check(LooksTooEarly.class)).isInstanceOf(LincheckAssertionError.class);
    }

    private static ModelCheckingOptions options(int threads) {
        return new ModelCheckingOptions()
                .iterations(6)
                .invocationsPerIteration(400)
                .threads(threads)
                .actorsPerThread(3)
                .actorsBefore(0)
                .actorsAfter(1)
                .sequentialSpecification(Line.class)
                .minimizeFailedScenario(false);
    }

    /** A loop in slow motion: take() is one round of it, and in place of LockSupport there is the permit that that gives. */
    public static class Entrance {
        /** Without a loop: Lincheck follows each reference, and from a loop there is a way to everything. */
        private static final List<Handle> HANDLES = IntStream.range(0, 10)
                .mapToObj(number -> new Handle(null, () -> {}, null))
                .toList();

        final Inbox inbox = new Inbox();
        private final ReadyQueue ready = new ReadyQueue();
        private volatile boolean permit;
        private boolean parked;

        @Operation
        public void put(@Param(gen = IntGen.class, conf = "1:9") int number) {
            if (inbox.put(HANDLES.get(number))) {
                permit = true;
            }
        }

        /** The next one, or 0 if the loop sleeps. */
        @Operation(nonParallelGroup = "the loop")
        public int take() {
            if (parked) {
                if (!permit) {
                    return 0;
                }
                permit = false;
                parked = false;
                inbox.awake();
            }
            while (inbox.drainTo(ready) == 0) {
                if (fallAsleep()) {
                    parked = true;
                    return 0;
                }
            }
            ready.begin();
            return HANDLES.indexOf((Handle) ready.next());
        }

        boolean fallAsleep() {
            return inbox.fallAsleep();
        }
    }

    /** With the mistake that loses wake-ups. */
    public static final class LooksTooEarly extends Entrance {
        @Override
        boolean fallAsleep() {
            if (!inbox.isEmpty()) {
                return false;
            }
            inbox.fallAsleep(); // and goes to sleep, whatever that says
            return true;
        }
    }

    /** What it is to be like. */
    public static final class Line {
        private final Queue<Integer> numbers = new ArrayDeque<>();

        public void put(int number) {
            numbers.add(number);
        }

        public int take() {
            return numbers.isEmpty() ? 0 : numbers.remove();
        }
    }
}
