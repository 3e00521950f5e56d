package dev.fermata.machine;

import static dev.fermata.machine.ScriptedFrame.awaiting;
import static dev.fermata.machine.ScriptedFrame.frame;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of primitives that bodies hand over, and of the mark where it is a value. */
final class PrimitivesTest {
    private static final int MARK = 0xFFED1E55;

    private final Machine machine = new Machine();

    /** An outcome in its box, and what takes it there and back. */
    record Kind(Object outcome, Boxing boxing, Resuming resuming) {
        interface Boxing {
            Object box(boolean suspended);
        }

        interface Resuming {
            Object resumed(Machine machine);
        }
    }

    static Stream<Kind> kinds() {
        float odd = Float.intBitsToFloat(0x7fc01234);
        double odder = Double.longBitsToDouble(0x7ff8000000001234L);
        return Stream.of(
                new Kind(true, it -> Primitives.boxedBoolean(1, it), it -> Primitives.resumedBoolean(it) == 1),
                new Kind(false, it -> Primitives.boxedBoolean(0, it), it -> Primitives.resumedBoolean(it) == 1),
                new Kind((byte) -3, it -> Primitives.boxedByte(-3, it), it -> (byte) Primitives.resumedByte(it)),
                new Kind((short) -3, it -> Primitives.boxedShort(-3, it), it -> (short) Primitives.resumedShort(it)),
                new Kind('\uffff', it -> Primitives.boxedChar(0xffff, it), it -> (char) Primitives.resumedChar(it)),
                new Kind(-3, it -> Primitives.boxedInt(-3, it), Primitives::resumedInt),
                new Kind(-3L, it -> Primitives.boxedLong(-3, it), Primitives::resumedLong),
                new Kind(
                        odd,
                        it -> Primitives.boxedFloat(0x7fc01234, it),
                        it -> Float.intBitsToFloat(Primitives.resumedFloat(it))),
                new Kind(
                        odder,
                        it -> Primitives.boxedDouble(0x7ff8000000001234L, it),
                        it -> Double.longBitsToDouble(Primitives.resumedDouble(it))));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatABodyHasReturned_isBoxed_unlessItHasSuspended(Kind kind) {
        assertThat(bits(kind.boxing().box(false))).isEqualTo(bits(kind.outcome()));
        assertThat(kind.boxing().box(true)).isSameAs(Machine.SUSPENDED);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatACallerIsResumedWith_isTakenOutOfItsBox(Kind kind) {
        List<Object> taken = new ArrayList<>();
        Frame leaf = frame("leaf", (running, state, self) -> {
            if (state == Frame.CREATED) {
                running.yield(null);
                return running.suspend(self, 1);
            }
            return taken.add(kind.resuming().resumed(running));
        });
        machine.begin(leaf);

        machine.resume(machine.leaf(), kind.outcome(), null);

        assertThat(bits(taken.get(0))).isEqualTo(bits(kind.outcome()));
    }

    /** NaN is equal to NaN whatever its bits. */
    private static Object bits(Object value) {
        return value instanceof Float real
                ? Float.floatToRawIntBits(real)
                : value instanceof Double real ? Double.doubleToRawLongBits(real) : value;
    }

    /** What a caller does with the mark. */
    interface Marked {
        void of(Machine machine);
    }

    private static Stream<Marked> marks() {
        return Stream.of(
                it -> Primitives.markedInt(MARK, it),
                it -> Primitives.markedLong(MARK, it),
                it -> Primitives.markedFloat(MARK, it),
                it -> Primitives.markedDouble(MARK, it));
    }

    @Test
    void aMarkThatIsTheOutcome_isWhatTheCallerIsResumedWithAtOnce() {
        assertThat(marks().map(it -> bits(machine.begin(awaiting("top", entering(it))))))
                .containsExactly(MARK, (long) MARK, MARK, (long) MARK);
    }

    /** A caller that finds the mark, and suspends whatever that means. */
    private static Frame entering(Marked marked) {
        return frame("entering", (running, state, self) -> {
            if (state == Frame.CREATED) {
                marked.of(running);
                return running.suspend(self, 1);
            }
            return running.resumed();
        });
    }

    @Test
    void aMarkThatIsTheOutcome_isOfNoBodyThatHasBeenCutShort() {
        machine.suspend(ScriptedFrame.returning("cut short"), 1);

        assertThat(machine.begin(entering(it -> Primitives.markedInt(MARK, it))))
                .isEqualTo(MARK);
    }

    @Test
    void aMarkOfABodyThatHasSuspended_isTakenOnce() {
        marks().forEach(marked -> {
            machine.yield("yielded");
            machine.suspend(ScriptedFrame.returning("suspended"), 1);
            machine.suspended = true;

            marked.of(machine);

            assertThat(machine.suspended).isFalse();
            assertThat(machine.yielded()).isEqualTo("yielded");
        });
    }
}
