package dev.fermata.machine;

import static dev.fermata.machine.ScriptedFrame.frame;
import static dev.fermata.machine.ScriptedFrame.pausing;
import static dev.fermata.machine.ScriptedFrame.returning;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FrameTest {
    private final Machine machine = new Machine();

    @Test
    void aFreshFrameIsCreated() {
        Frame fresh = pausing(null);

        assertThat(fresh).hasToString("coroutine demo.Shop.pausing, created");
        assertThat(FrameProbe.isCreated(fresh)).isTrue();
        assertThat(FrameProbe.isClosed(fresh)).isFalse();
    }

    @Test
    void aSuspendedFrameTellsItsLine() {
        Frame suspended = pausing(null);
        machine.resume(suspended, null, null);

        assertThat(suspended).hasToString("coroutine demo.Shop.pausing, suspended at line 10");
        assertThat(FrameProbe.isCreated(suspended)).isFalse();
        assertThat(FrameProbe.isRunning(suspended)).isFalse();
        assertThat(FrameProbe.isClosed(suspended)).isFalse();
    }

    @Test
    void aFrameOnTheStackIsRunning() {
        List<Object> seen = new ArrayList<>();
        Frame running = frame("running", (machine, state, self) -> {
            seen.add(self.toString());
            return seen.add(FrameProbe.isRunning(self));
        });

        machine.resume(running, null, null);

        assertThat(seen).containsExactly("coroutine demo.Shop.running, running", true);
    }

    @Test
    void aFrameThatEndedIsClosed() {
        Frame ended = returning("value");
        machine.resume(ended, null, null);

        assertThat(ended).hasToString("coroutine demo.Shop.returning, closed");
        assertThat(FrameProbe.isClosed(ended)).isTrue();
    }

    @Test
    void aDiscardedFrameIsClosed() {
        Frame discarded = pausing(null);

        discarded.discard();

        assertThat(FrameProbe.isClosed(discarded)).isTrue();
    }

    @Test
    void aFrameWithoutSourceIsNamedByItsClass() {
        Frame anonymous = new Sourceless();

        assertThat(anonymous).hasToString("coroutine " + Sourceless.class.getName() + ", created");
    }

    @Test
    void aTableOfLinesTellsThePlaceOfAState() {
        String lines = "\u0007\u0009\u1234";

        assertThat(Frame.locate("demo.Shop", "buy", "Shop.java", lines, 0)).hasToString("demo.Shop.buy(Shop.java:7)");
        assertThat(Frame.locate("demo.Shop", "buy", "Shop.java", lines, 2))
                .hasToString("demo.Shop.buy(Shop.java:4660)");
    }

    @Test
    void aLineThatTheTableDoesNotKnowIsLeftOut() {
        assertThat(Frame.locate("demo.Shop", "buy", "Shop.java", "\u0000", 0)).hasToString("demo.Shop.buy(Shop.java)");
        assertThat(Frame.locate("demo.Shop", "buy", "Shop.java", "\u0007", Frame.RUNNING))
                .hasToString("demo.Shop.buy(Shop.java)");
        assertThat(Frame.locate("demo.Shop", "buy", null, "\u0007", 9)).hasToString("demo.Shop.buy(Unknown Source)");
    }

    @Test
    void theMarkOfASuspensionSaysWhatItIs() {
        assertThat(Machine.SUSPENDED).hasToString("SUSPENDED");
    }

    private static final class Sourceless extends Frame {
        @Override
        protected Object step(Machine machine, int state) {
            return null;
        }
    }
}
