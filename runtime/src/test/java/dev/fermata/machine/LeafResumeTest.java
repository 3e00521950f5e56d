package dev.fermata.machine;

import static dev.fermata.machine.ScriptedFrame.awaiting;
import static dev.fermata.machine.ScriptedFrame.frame;
import static dev.fermata.machine.ScriptedFrame.nest;
import static dev.fermata.machine.ScriptedFrame.pausing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LeafResumeTest {
    private final Machine machine = new Machine();

    @Test
    void aResumeStepsTheLeafAndThenItsAwaiters() {
        List<String> order = new ArrayList<>();
        Frame leaf = recording("leaf", pausing(null), order);
        Frame middle = recording("middle", leaf, order);
        machine.resume(recording("root", middle, order), null, null);

        machine.resume(machine.leaf(), null, null);

        assertThat(order).containsExactly("leaf", "middle", "root");
    }

    @Test
    void aValueIsHandedThroughToTheRoot() {
        machine.resume(nest(50, pausing(null)), null, null);

        assertThat(machine.resume(machine.leaf(), "sent", null)).isEqualTo("sent");
    }

    @Test
    void aResumeThatSuspendsAtTheLeafStepsNoAwaiter() {
        List<String> order = new ArrayList<>();
        Frame leaf = frame("leaf", (machine, state, self) -> {
            if (state < 3) {
                machine.yield(state + 1);
                return machine.suspend(self, state + 1);
            }
            return machine.resumed();
        });
        Frame root = recording("root", leaf, order);
        machine.resume(root, null, null);

        Object outcome = machine.resume(machine.leaf(), null, null);

        assertThat(outcome).isSameAs(Machine.SUSPENDED);
        assertThat(machine.leaf()).isSameAs(leaf);
        assertThat(machine.yielded()).isEqualTo(2);
        assertThat(order).isEmpty();
        assertThat(leaf.awaiter).isSameAs(root);
    }

    @Test
    void aCallerMayAwaitAgainAfterAResume() {
        Frame second = pausing("second");
        Frame root = frame("root", (machine, state, self) -> {
            if (state == 2) {
                return "got " + machine.resumed();
            }
            if (state == 1) {
                machine.resumed();
            }
            Frame callee = state == 0 ? pausing("first") : second;
            return Machine.await(callee, machine) == Machine.SUSPENDED ? machine.suspend(self, state + 1) : "ready";
        });
        machine.resume(root, null, null);

        Object outcome = machine.resume(machine.leaf(), null, null);

        assertThat(outcome).isSameAs(Machine.SUSPENDED);
        assertThat(machine.yielded()).isEqualTo("second");
        assertThat(second.awaiter).isSameAs(root);
        assertThat(machine.resume(machine.leaf(), "x", null)).isEqualTo("got x");
    }

    @Test
    void framesThatEndedAreClosedAndUnlinked() {
        Frame leaf = pausing(null);
        Frame root = awaiting("root", leaf);
        machine.resume(root, null, null);

        machine.resume(machine.leaf(), null, null);

        assertThat(leaf.state).isEqualTo(Frame.CLOSED);
        assertThat(leaf.awaiter).isNull();
        assertThat(root.state).isEqualTo(Frame.CLOSED);
    }

    @Test
    void whatIsRaisedIsThrownAtTheLeaf() {
        IOException raised = new IOException("raised");
        List<Object> caught = new ArrayList<>();
        Frame leaf = catching("leaf", pausing(null), caught);
        machine.resume(awaiting("root", leaf), null, null);

        Object outcome = machine.resume(machine.leaf(), null, raised);

        assertThat(caught).containsExactly("leaf", raised);
        assertThat(outcome).isEqualTo("recovered");
    }

    @Test
    void aFailureGoesThroughAwaitersUntilOneCatchesIt() {
        IOException raised = new IOException("raised");
        List<Object> caught = new ArrayList<>();
        Frame root = catching("root", awaiting("middle", pausing(null)), caught);
        machine.resume(root, null, null);

        Object outcome = machine.resume(machine.leaf(), null, raised);

        assertThat(caught).containsExactly("root", raised);
        assertThat(outcome).isEqualTo("recovered");
    }

    @Test
    void aFailureThatNobodyCatchesLeavesTheRootAndClosesAll() {
        IOException raised = new IOException("raised");
        Frame leaf = pausing(null);
        Frame middle = awaiting("middle", leaf);
        Frame root = awaiting("root", middle);
        machine.resume(root, null, null);

        Throwable thrown = catchThrowable(() -> machine.resume(machine.leaf(), null, raised));

        assertThat(thrown).isSameAs(raised);
        assertThat(List.of(leaf.state, middle.state, root.state)).containsOnly(Frame.CLOSED);
    }

    @Test
    void anAwaiterMayFailWithAnotherFailure() {
        Frame middle = frame("middle", (machine, state, self) -> {
            if (state == 0) {
                Machine.await(pausing(null), machine);
                return machine.suspend(self, 1);
            }
            try {
                return machine.resumed();
            } catch (Exception cause) {
                throw new IllegalStateException("translated", cause);
            }
        });
        machine.resume(awaiting("root", middle), null, null);

        Throwable thrown = catchThrowable(() -> machine.resume(machine.leaf(), null, new IOException("raised")));

        assertThat(thrown).isInstanceOf(IllegalStateException.class).hasRootCauseMessage("raised");
    }

    @Test
    void aResumeNeedsNoJavaStackForItsAwaiters() {
        List<Long> depths = new ArrayList<>();
        Frame top = pausing(null);
        for (int i = 0; i < 100; i++) {
            Frame callee = top;
            top = frame("level", (machine, state, self) -> {
                if (state == 0) {
                    Machine.await(callee, machine);
                    return machine.suspend(self, 1);
                }
                depths.add(StackWalker.getInstance().walk(frames -> frames.count()));
                return machine.resumed();
            });
        }
        machine.resume(top, null, null);

        machine.resume(machine.leaf(), null, null);

        assertThat(depths).hasSize(100).containsOnly(depths.get(0));
    }

    private static Frame recording(String name, Frame callee, List<String> order) {
        return frame(name, (machine, state, self) -> {
            if (state == 0) {
                Machine.await(callee, machine);
                return machine.suspend(self, 1);
            }
            order.add(name);
            return machine.resumed();
        });
    }

    private static Frame catching(String name, Frame callee, List<Object> caught) {
        return frame(name, (machine, state, self) -> {
            if (state == 0) {
                Machine.await(callee, machine);
                return machine.suspend(self, 1);
            }
            try {
                return machine.resumed();
            } catch (Exception failure) {
                caught.add(name);
                caught.add(failure);
                return "recovered";
            }
        });
    }
}
