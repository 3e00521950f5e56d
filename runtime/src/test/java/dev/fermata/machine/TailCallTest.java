package dev.fermata.machine;

import static dev.fermata.machine.ScriptedFrame.awaiting;
import static dev.fermata.machine.ScriptedFrame.failing;
import static dev.fermata.machine.ScriptedFrame.frame;
import static dev.fermata.machine.ScriptedFrame.pausing;
import static dev.fermata.machine.ScriptedFrame.returning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

final class TailCallTest {
    private static final int MILLION = 1_000_000;

    private final Machine machine = new Machine();

    @Test
    void theOutcomeOfTheCalleeIsTheCallers() {
        assertThat(machine.resume(awaiting("root", tail(returning("value"))), null, null))
                .isEqualTo("value");
    }

    @Test
    void theCalleeTakesTheCallersPlaceInTheChain() {
        Frame leaf = pausing(null);
        Frame root = awaiting("root", tail(leaf));

        machine.resume(root, null, null);

        assertThat(leaf.awaiter).isSameAs(root);
    }

    @Test
    void theCalleeTakesThePlaceOfACallerThatWasResumed() {
        Frame second = pausing("second");
        Frame caller = frame("caller", (running, state, self) -> {
            if (state == 0) {
                Machine.await(pausing("first"), running);
                return running.suspend(self, 1);
            }
            running.resumed();
            return running.tail(second, self);
        });
        Frame root = awaiting("root", caller);
        machine.resume(root, null, null);

        machine.resume(machine.leaf(), null, null);

        assertThat(second.awaiter).isSameAs(root);
        assertThat(machine.resume(machine.leaf(), "sent", null)).isEqualTo("sent");
    }

    @Test
    void theRootMayEndInATailCallThatSuspends() {
        machine.resume(tail(pausing(null)), null, null);

        assertThat(machine.resume(machine.leaf(), "sent", null)).isEqualTo("sent");
    }

    @Test
    void aFailureOfTheCalleeReachesTheCallersAwaiter() {
        IOException failure = new IOException("broken");
        List<Throwable> caught = new ArrayList<>();
        Frame root = frame("root", (running, state, self) -> {
            caught.add(catchThrowable(() -> Machine.await(tail(failing(failure)), running)));
            return null;
        });

        machine.resume(root, null, null);

        assertThat(caught).containsExactly(failure);
    }

    @Test
    void theCallerIsClosedWhileTheCalleeIsSuspended() {
        Frame caller = tail(pausing(null));

        machine.resume(awaiting("root", caller), null, null);

        assertThat(caller.state).isEqualTo(Frame.CLOSED);
    }

    @Test
    void aMillionTailCallsNeedNoStack() throws Exception {
        FutureTask<Object> task = new FutureTask<>(() -> machine.resume(loop(MILLION, false), null, null));
        Thread thread = new Thread(null, task, "small stack", 512 * 1024);

        thread.start();

        assertThat(task.get()).isEqualTo("end");
    }

    @Test
    void aMillionTailCallsThatSuspendNeedNoStack() {
        Object outcome = machine.resume(awaiting("root", loop(MILLION, true)), null, null);
        int suspensions = 0;
        while (outcome == Machine.SUSPENDED) {
            suspensions++;
            outcome = machine.resume(machine.leaf(), null, null);
        }

        assertThat(outcome).isEqualTo("end");
        assertThat(suspensions).isEqualTo(MILLION);
    }

    @Test
    void aChainOfTailCallsThatSuspendStaysTwoFramesLong() {
        Frame root = awaiting("root", loop(10, true));
        machine.resume(root, null, null);
        for (int i = 0; i < 5; i++) {
            machine.resume(machine.leaf(), null, null);
        }

        Frame leaf = machine.leaf();

        assertThat(leaf.awaiter).isSameAs(root);
        assertThat(root.awaiter).isNull();
    }

    private static Frame tail(Frame callee) {
        return frame("tail", (machine, state, self) -> machine.tail(callee, self));
    }

    /** Ends in a call of itself, as often as {@code turns} says. */
    private static Frame loop(int turns, boolean suspends) {
        return frame("loop", (machine, state, self) -> {
            if (turns == 0) {
                return "end";
            }
            if (suspends && state == 0) {
                return machine.suspend(self, 1);
            }
            return machine.tail(loop(turns - 1, suspends), self);
        });
    }
}
