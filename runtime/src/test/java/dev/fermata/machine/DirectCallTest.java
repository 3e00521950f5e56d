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
import org.junit.jupiter.api.Test;

final class DirectCallTest {
    private final Machine machine = new Machine();

    @Test
    void aCalleeThatDoesNotSuspendRunsOnTheCallersStack() {
        List<String> order = new ArrayList<>();
        Frame callee = frame("callee", (machine, state, self) -> {
            order.add("callee");
            return "value";
        });
        Frame caller = frame("caller", (machine, state, self) -> {
            order.add("before");
            Object outcome = Machine.await(callee, machine);
            order.add("after");
            return outcome;
        });

        Object outcome = machine.resume(caller, null, null);

        assertThat(outcome).isEqualTo("value");
        assertThat(order).containsExactly("before", "callee", "after");
    }

    @Test
    void aCalleeThatDoesNotSuspendIsNotLinked() {
        Frame callee = returning("value");
        Frame caller = awaiting("caller", callee);

        machine.resume(caller, null, null);

        assertThat(callee.awaiter).isNull();
        assertThat(caller.awaiter).isNull();
    }

    @Test
    void aCalleeThatDoesNotSuspendIsClosed() {
        Frame callee = returning("value");

        machine.resume(awaiting("caller", callee), null, null);

        assertThat(callee.state).isEqualTo(Frame.CLOSED);
    }

    @Test
    void aCalleeRunsWhileItsCallerIsRunning() {
        List<Integer> states = new ArrayList<>();
        Frame[] caller = new Frame[1];
        Frame callee = frame("callee", (machine, state, self) -> {
            states.add(self.state);
            states.add(caller[0].state);
            return null;
        });
        caller[0] = awaiting("caller", callee);

        machine.resume(caller[0], null, null);

        assertThat(states).containsExactly(Frame.RUNNING, Frame.RUNNING);
    }

    @Test
    void theNullThatACalleeReturnsIsAValue() {
        assertThat(machine.resume(awaiting("caller", returning(null)), null, null))
                .isNull();
    }

    @Test
    void aCalleeThatSuspendsIsLinkedToItsCaller() {
        Frame leaf = pausing("yielded");
        Frame caller = awaiting("caller", leaf);
        Frame root = awaiting("root", caller);

        Object outcome = machine.resume(root, null, null);

        assertThat(outcome).isSameAs(Machine.SUSPENDED);
        assertThat(leaf.awaiter).isSameAs(caller);
        assertThat(caller.awaiter).isSameAs(root);
        assertThat(root.awaiter).isNull();
    }

    @Test
    void aSuspendedChainIsFoundBehindItsLeaf() {
        Frame leaf = pausing("yielded");

        machine.resume(awaiting("root", leaf), null, null);

        assertThat(machine.leaf()).isSameAs(leaf);
        assertThat(machine.yielded()).isEqualTo("yielded");
    }

    @Test
    void theDriverTakesLeafAndYieldedOnce() {
        machine.resume(pausing("yielded"), null, null);

        machine.leaf();
        machine.yielded();

        assertThat(machine.yielded()).isNull();
        assertThat(catchThrowable(machine::leaf))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("nothing is suspended");
    }

    @Test
    void aFailureOfACalleeReachesTheHandlersAroundTheAwait() {
        IOException failure = new IOException("broken");
        Frame caller = frame("caller", (machine, state, self) -> {
            try {
                return Machine.await(failing(failure), machine);
            } catch (Exception caught) {
                return caught;
            }
        });

        assertThat(machine.resume(caller, null, null)).isSameAs(failure);
    }

    @Test
    void aCheckedFailureLeavesTheRootUnwrapped() {
        IOException failure = new IOException("broken");

        Throwable thrown = catchThrowable(() -> machine.resume(awaiting("root", failing(failure)), null, null));

        assertThat(thrown).isSameAs(failure);
    }

    @Test
    void aCalleeThatFailedIsClosed() {
        Frame callee = failing(new IOException("broken"));
        Frame root = awaiting("root", callee);

        catchThrowable(() -> machine.resume(root, null, null));

        assertThat(callee.state).isEqualTo(Frame.CLOSED);
        assertThat(root.state).isEqualTo(Frame.CLOSED);
    }

    @Test
    void aMachineThatSawAFailureIsUsable() {
        catchThrowable(() -> machine.resume(failing(new IOException("broken")), null, null));

        assertThat(machine.resume(awaiting("next", returning("value")), null, null))
                .isEqualTo("value");
    }

    @Test
    void whatIsSentIntoAFreshFrameIsIgnored() {
        Object outcome = machine.resume(pausing("yielded"), "sent", null);

        assertThat(outcome).isSameAs(Machine.SUSPENDED);
        assertThat(machine.resume(machine.leaf(), "later", null)).isEqualTo("later");
    }

    @Test
    void whatIsRaisedIntoAFreshFrameLeavesItWithoutRunningIt() {
        List<String> ran = new ArrayList<>();
        Frame fresh = frame("fresh", (machine, state, self) -> ran.add("body"));
        IOException raised = new IOException("raised");

        Throwable thrown = catchThrowable(() -> machine.resume(fresh, null, raised));

        assertThat(thrown).isSameAs(raised);
        assertThat(ran).isEmpty();
        assertThat(fresh.state).isEqualTo(Frame.CLOSED);
    }
}
