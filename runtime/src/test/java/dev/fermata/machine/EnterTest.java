package dev.fermata.machine;

import static dev.fermata.machine.ScriptedFrame.awaiting;
import static dev.fermata.machine.ScriptedFrame.frame;
import static dev.fermata.machine.ScriptedFrame.pausing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** Entering what is suspended by itself, from below a frame that then awaits it. */
final class EnterTest {
    private static final int MILLION = 1_000_000;

    private final Machine machine = new Machine();

    @Test
    void theLeafOfALongerChainIsResumedFromTheBottom() {
        Frame leaf = pausing(null);
        Frame root = awaiting("root", leaf);
        new Machine().begin(root);

        assertThat(machine.resume(entering(leaf, root, "sent", null), null, null))
                .isEqualTo("sent");
    }

    @Test
    void whatIsRaisedIsThrownAtTheLeaf() {
        Frame leaf = pausing(null);
        Frame root = awaiting("root", leaf);
        new Machine().begin(root);
        IOException failure = new IOException("broken");

        assertThat(catchThrowable(() -> machine.resume(entering(leaf, root, null, failure), null, null)))
                .isSameAs(failure);
    }

    @Test
    void aBodyThatHandsOverStaysWhereItIs() {
        Frame body = frame("body", (running, state, self) -> {
            running.yield("element " + state);
            running.suspend(self, state + 1);
            return running.handOver();
        });

        assertThat(machine.resume(entering(body, body, null, null), null, null)).isEqualTo("element 0");
        assertThat(machine.resume(entering(body, body, null, null), null, null)).isEqualTo("element 1");
        assertThat(body.state).isEqualTo(2);
        assertThat(body.awaiter).isNull();
    }

    @Test
    void aBodyThatHandsOverAfterAResumeStaysWhereItIs() {
        Frame body = frame("body", (running, state, self) -> {
            if (state == 0) {
                return running.suspend(self, 1);
            }
            running.yield(running.resumed());
            running.suspend(self, 2);
            return running.handOver();
        });
        machine.resume(entering(body, body, null, null), null, null);

        assertThat(machine.resume(machine.leaf(), "element", null)).isEqualTo("element");
        assertThat(body.state).isEqualTo(2);
        assertThat(body.awaiter).isNull();
    }

    @Test
    void whatRunsCannotBeEntered() {
        Frame own = frame("own", (running, state, self) -> running.enter(self, self, null, null));

        assertThatThrownBy(() -> machine.resume(own, null, null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("coroutine already executing");
    }

    @Test
    void aMillionFramesMayEnterOneAnother() throws Exception {
        Frame outer = pausing(null);
        machine.begin(outer);
        machine.leaf();
        for (int i = 0; i < MILLION; i++) {
            outer = entering(outer, outer, i == 0 ? "sent" : null, null);
        }
        Frame root = outer;
        FutureTask<Object> task = new FutureTask<>(() -> machine.resume(root, null, null));
        new Thread(null, task, "small stack", 512 * 1024).start();

        assertThat(task.get()).isEqualTo("sent");
    }

    private static Frame entering(Frame leaf, Frame root, Object sent, Throwable raised) {
        return frame("entering", (running, state, self) -> {
            if (state > 0) {
                return running.resumed();
            }
            Object outcome = running.enter(leaf, root, sent, raised);
            return outcome == Machine.SUSPENDED ? running.suspend(self, 1) : outcome;
        });
    }
}
