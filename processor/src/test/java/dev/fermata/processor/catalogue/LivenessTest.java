package dev.fermata.processor.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.fermata.machine.Frame;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Proves that frames keep nothing dead: wherever a shape of the catalogue is suspended, each reference in a field of a frame
 * is one that the body will read on some path. While a body runs, and when it has ended, its frame holds nothing at all.
 * And what is told of its locals is what it holds.
 */
final class LivenessTest {
    private static final List<ShapeName> SHAPES = new ArrayList<>();
    private static final Map<String, FrameFacts> FACTS = new HashMap<>();
    private static final Set<String> SEEN = new TreeSet<>();

    @BeforeAll
    static void compile() throws ReflectiveOperationException {
        for (Path file : Sources.shapes()) {
            SHAPES.addAll(ShapeName.in(file.getFileName().toString().replace(".java", ""), Compiled.WOVEN.loader()));
        }
    }

    @TestFactory
    Stream<DynamicTest> suspendedFramesHoldOnlyWhatIsReadAgain() {
        return Stream.concat(
                SHAPES.stream().map(LivenessTest::watched),
                Stream.of(dynamicTest("most points were seen", LivenessTest::mostPointsWereSeen)));
    }

    private static DynamicTest watched(ShapeName shape) {
        return dynamicTest(shape.toString(), () -> {
            Set<String> faults = new TreeSet<>();
            List<Mode> modes = new ArrayList<>(Mode.mixed());
            modes.add(Mode.suspending());
            modes.addAll(Mode.failingLate(3));
            for (Mode mode : modes) {
                Compiled.WOVEN.watch(shape, mode.fates(), made -> FrameWalk.from(made, frame -> check(frame, faults)));
            }
            assertEquals("", String.join("\n", faults));
        });
    }

    /** Or the test would prove less than it says; some points are there to be never reached. */
    private static void mostPointsWereSeen() {
        Set<String> missed = new TreeSet<>();
        allFacts()
                .forEach((type, facts) ->
                        facts.readAgain().keySet().forEach(state -> missed.add(type.replace('/', '.') + " " + state)));
        int all = missed.size();
        missed.removeAll(SEEN);
        assertTrue(missed.size() * 5 < all, () -> missed.size() + " of " + all + " points never suspended: " + missed);
    }

    /** The same without a run: so also of points that no mode reaches. */
    @Test
    void bodiesRestoreOnlyWhatTheyRead() {
        Set<String> faults = new TreeSet<>();
        allFacts()
                .forEach((type, facts) -> facts.unread()
                        .forEach((state, fields) -> faults.add(type + " in state " + state + " restores " + fields)));
        assertEquals("", String.join("\n", faults));
    }

    private static Map<String, FrameFacts> allFacts() {
        Compiled.wovenNames().stream().filter(FrameFacts::isFrame).forEach(LivenessTest::facts);
        return FACTS;
    }

    private static void check(Frame frame, Set<String> faults) {
        String type = frame.getClass().getName();
        int state = FrameWalk.state(frame);
        if (state == 0) {
            return; // the arguments are there, and not read yet
        }
        List<String> held = FrameWalk.held(frame);
        if (state > 0) {
            SEEN.add(type + " " + state);
            faults.addAll(ShownLocals.faults(frame, facts(type).variables().get(state)));
        }
        if (!held.isEmpty()) {
            Set<String> readAgain =
                    state < 0 ? Set.of() : facts(type).readAgain().get(state);
            for (String field : held) {
                if (!readAgain.contains(field)) {
                    faults.add(frame + " in state " + state + " holds " + field);
                }
            }
        }
    }

    private static FrameFacts facts(String type) {
        return FACTS.computeIfAbsent(type.replace('.', '/'), FrameFacts::of);
    }
}
