package dev.fermata.machine;

import static dev.fermata.machine.ScriptedFrame.awaiting;
import static dev.fermata.machine.ScriptedFrame.failing;
import static dev.fermata.machine.ScriptedFrame.frame;
import static dev.fermata.machine.ScriptedFrame.nest;
import static dev.fermata.machine.ScriptedFrame.pausing;
import static dev.fermata.machine.ScriptedFrame.returning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A body that drives another chain by the machine that it runs on itself, as a loop nested in a task would. */
final class NestedResumeTest {
    private final Machine machine = new Machine();

    @Test
    void theOuterChainGoesOnAfterAnInnerThatReturned() {
        Frame outer = suspendingAfter(() -> machine.resume(returning("inner"), null, null));

        machine.resume(awaiting("root", outer), null, null);

        assertThat(machine.resume(machine.leaf(), "sent", null)).isEqualTo("sent");
    }

    @Test
    void theOuterChainGoesOnAfterAnInnerThatSuspended() {
        List<Frame> leaves = new ArrayList<>();
        Frame inner = pausing("inner");
        Frame outer = suspendingAfter(() -> {
            machine.resume(inner, null, null);
            leaves.add(machine.leaf());
            machine.yielded();
        });
        Frame root = awaiting("root", outer);

        machine.resume(root, null, null);

        assertThat(leaves).containsExactly(inner);
        assertThat(inner.awaiter).isNull();
        assertThat(machine.leaf()).isSameAs(outer);
        assertThat(machine.yielded()).isEqualTo("outer");
        assertThat(outer.awaiter).isSameAs(root);
    }

    @Test
    void theOuterChainGoesOnAfterAnInnerThatFailed() {
        Frame outer =
                suspendingAfter(() -> catchThrowable(() -> machine.resume(failing(new IOException()), null, null)));

        machine.resume(awaiting("root", outer), null, null);

        assertThat(machine.resume(machine.leaf(), "sent", null)).isEqualTo("sent");
    }

    @Test
    void anInnerResumeMayTakePlaceInAResumedBody() {
        Frame outer = frame("outer", (running, state, self) -> {
            if (state == 0) {
                return running.suspend(self, 1);
            }
            Object mine = running.resumed();
            return mine + " and " + running.resume(returning("inner"), null, null);
        });
        machine.resume(awaiting("root", outer), null, null);

        assertThat(machine.resume(machine.leaf(), "outer", null)).isEqualTo("outer and inner");
    }

    @Test
    void theDepthOfTheOuterChainIsKept() {
        List<Object> outcomes = new ArrayList<>();
        Frame atTheLimit = frame("at the limit", (running, state, self) -> {
            if (state == 1) {
                return running.resumed();
            }
            running.resume(nest(5, returning("inner")), null, null);
            outcomes.add(Machine.await(returning("outer"), running));
            return running.suspend(self, 1);
        });

        Object outcome = machine.resume(nest(Machine.DEPTH_LIMIT, atTheLimit), null, null);

        assertThat(outcome).isEqualTo("outer");
        assertThat(outcomes).as("a bounce").containsExactly(Machine.SUSPENDED);
    }

    @Test
    void anotherMachineMayRunInABody() {
        Frame outer = suspendingAfter(() -> new Machine().resume(nest(5, pausing(null)), null, null));

        machine.resume(awaiting("root", outer), null, null);

        assertThat(machine.leaf()).isSameAs(outer);
    }

    private static Frame suspendingAfter(Runnable nested) {
        return frame("outer", (running, state, self) -> {
            if (state == 0) {
                nested.run();
                running.yield("outer");
                return running.suspend(self, 1);
            }
            return running.resumed();
        });
    }
}
