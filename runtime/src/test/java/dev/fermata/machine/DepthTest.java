package dev.fermata.machine;

import static dev.fermata.machine.ScriptedFrame.frame;
import static dev.fermata.machine.ScriptedFrame.nest;
import static dev.fermata.machine.ScriptedFrame.pausing;
import static dev.fermata.machine.ScriptedFrame.returning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

final class DepthTest {
    private static final int MILLION = 1_000_000;
    private static final long SMALL_STACK = 512 * 1024;

    @Test
    void aMillionNestedAwaitsReturnOnASmallStack() throws Exception {
        Object outcome =
                onSmallStack(() -> new Machine().resume(new Countdown(MILLION, returning("bottom")), null, null));

        assertThat(outcome).isEqualTo("bottom");
    }

    @Test
    void aMillionNestedAwaitsSuspendAndReturnOnASmallStack() throws Exception {
        Object outcome = onSmallStack(() -> {
            Machine machine = new Machine();
            machine.resume(new Countdown(MILLION, pausing(null)), null, null);
            return machine.resume(machine.leaf(), "sent", null);
        });

        assertThat(outcome).isEqualTo("sent");
    }

    @Test
    void aFailureUnderAMillionAwaitsIsDeliveredOnASmallStack() throws Exception {
        IOException failure = new IOException("bottom");
        failure.setStackTrace(new StackTraceElement[0]);

        Throwable thrown = onSmallStack(() -> catchThrowable(
                () -> new Machine().resume(new Countdown(MILLION, ScriptedFrame.failing(failure)), null, null)));

        assertThat(thrown).isSameAs(failure);
    }

    @Test
    void theDriverSeesNothingOfABounce() {
        Machine machine = new Machine();

        Object outcome = machine.resume(nest(3 * Machine.DEPTH_LIMIT, pausing("leaf")), null, null);

        assertThat(outcome).isSameAs(Machine.SUSPENDED);
        assertThat(machine.yielded()).isEqualTo("leaf");
        assertThat(machine.resume(machine.leaf(), "sent", null)).isEqualTo("sent");
    }

    @Test
    void aCallerWhoseCalleeBouncedIsLinkedOnce() {
        Machine machine = new Machine();
        Frame leaf = pausing(null);
        int depth = 2 * Machine.DEPTH_LIMIT + 7;

        machine.resume(nest(depth, leaf), null, null);

        int links = 0;
        for (Frame frame = leaf; frame.awaiter != null; frame = frame.awaiter) {
            links++;
        }
        assertThat(links).isEqualTo(depth);
    }

    @Test
    void siblingsDoNotAddUp() {
        Machine machine = new Machine();
        List<Object> outcomes = new ArrayList<>();
        Frame root = frame("root", (running, state, self) -> {
            for (int i = 0; i < 3 * Machine.DEPTH_LIMIT; i++) {
                outcomes.add(Machine.await(returning(i), running));
            }
            return null;
        });

        machine.resume(root, null, null);

        assertThat(outcomes).hasSize(3 * Machine.DEPTH_LIMIT).doesNotContain(Machine.SUSPENDED);
    }

    @Test
    void siblingsThatFailDoNotAddUp() {
        Machine machine = new Machine();
        List<Object> outcomes = new ArrayList<>();
        Frame root = frame("root", (running, state, self) -> {
            for (int i = 0; i < 3 * Machine.DEPTH_LIMIT; i++) {
                Frame failing = ScriptedFrame.failing(new IOException());
                outcomes.add(catchThrowable(() -> Machine.await(failing, running)));
            }
            return null;
        });

        machine.resume(root, null, null);

        assertThat(outcomes).hasSize(3 * Machine.DEPTH_LIMIT).hasOnlyElementsOfType(IOException.class);
    }

    @Test
    void aBodyThatIsEnteredThroughItsFrameKnowsHowDeepItIs() {
        List<Integer> entries = new ArrayList<>();
        Frame leaf = frame("leaf", (running, state, self) -> {
            entries.add(running.entry());
            return null;
        });

        new Machine().resume(nest(3, leaf), null, null);

        assertThat(entries).containsExactly(-3);
    }

    @Test
    void aBodyThatIsResumedIsAtTheBottom() {
        Machine machine = new Machine();
        List<Integer> entries = new ArrayList<>();
        Frame leaf = frame("leaf", (running, state, self) -> {
            if (state == Frame.CREATED) {
                running.yield(null);
                return running.suspend(self, 1);
            }
            entries.add(running.entry());
            return running.resumed();
        });
        machine.resume(nest(3, leaf), null, null);

        machine.resume(machine.leaf(), null, null);

        assertThat(entries).containsExactly(0);
    }

    @Test
    void callsOfBodiesThatCountThemselvesAreCountedFromThere() {
        Machine machine = new Machine();
        List<Integer> entries = new ArrayList<>();
        Frame leaf = frame("leaf", (running, state, self) -> {
            entries.add(running.entry());
            return null;
        });
        Frame root = frame("root", (running, state, self) -> {
            Machine.await(leaf, running, -17);
            entries.add(running.entry());
            return null;
        });

        machine.resume(root, null, null);

        assertThat(entries).containsExactly(-18, 0);
    }

    @Test
    void aBodyThatIsEnteredTooDeepIsStartedFromTheBottom() {
        Machine machine = new Machine();
        List<Integer> entries = new ArrayList<>();
        Frame leaf = frame("leaf", (running, state, self) -> {
            entries.add(running.entry());
            return "leaf";
        });
        Frame root = frame("root", (running, state, self) -> {
            if (state == Frame.CREATED) {
                assertThat(Machine.await(leaf, running, -Machine.DEPTH_LIMIT)).isSameAs(Machine.SUSPENDED);
                return running.suspend(self, 1);
            }
            return running.resumed();
        });

        assertThat(machine.resume(root, null, null)).isEqualTo("leaf");
        assertThat(entries).containsExactly(0);
    }

    /** As when the stack or the heap is exhausted while a chain unwinds, and somebody further up catches that. */
    @Test
    void whatACutShortUnwindingHasLeft_doesNotReachTheNextSuspension() {
        Machine machine = new Machine();
        Frame lost = frame("lost", (running, state, self) -> null);
        Frame root = frame("root", (running, state, self) -> {
            if (state == Frame.CREATED) {
                running.deep(lost);
                running.suspend(lost, 1);
                running.yield("kept");
                return running.suspend(self, 1);
            }
            return running.resumed();
        });

        assertThat(machine.resume(root, null, null)).isSameAs(Machine.SUSPENDED);
        assertThat(machine.leaf()).isSameAs(root);
        assertThat(machine.yielded()).isEqualTo("kept");
        assertThat(root.awaiter).isNull();
    }

    private static <T> T onSmallStack(Callable<T> call) throws Exception {
        FutureTask<T> task = new FutureTask<>(call);
        Thread thread = new Thread(null, task, "small stack", SMALL_STACK);
        thread.start();
        return task.get();
    }

    /** Makes its callee when it runs, as a recursive coroutine function does. */
    private static final class Countdown extends Frame {
        private final int levels;
        private final Frame bottom;

        Countdown(int levels, Frame bottom) {
            this.levels = levels;
            this.bottom = bottom;
        }

        @Override
        protected Object step(Machine machine, int state) {
            if (state == 1) {
                return machine.resumed();
            }
            Frame callee = levels == 0 ? bottom : new Countdown(levels - 1, bottom);
            Object outcome = Machine.await(callee, machine);
            return outcome == Machine.SUSPENDED ? machine.suspend(this, 1) : outcome;
        }
    }
}
