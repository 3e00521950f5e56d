package dev.fermata.processor.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.CheckClassAdapter;

/**
 * Proves the rewriting by comparison: a shape that is played on the rewritten side leaves the trace, the result or the
 * exception that it leaves where await blocks; whichever of its awaits are ready, suspend, or fail.
 */
final class CatalogueTest {
    private static final int FEWEST_SHAPES = 200;

    @TempDir
    private static Path folder;

    private static Playhouse oracle;
    private static Playhouse woven;
    private static final List<ShapeName> SHAPES = new ArrayList<>();

    @BeforeAll
    static void compile() throws ReflectiveOperationException {
        oracle = new Playhouse(Side.ORACLE, folder.resolve("oracle"));
        woven = new Playhouse(Side.WOVEN, folder.resolve("woven"));
        for (Path file : Sources.shapes()) {
            String theme = file.getFileName().toString().replace(".java", "");
            if (!oracle.refused().containsKey(theme)) {
                SHAPES.addAll(ShapeName.in(theme, oracle.loader()));
            }
        }
    }

    @Test
    void everyFileCompilesAsItIs() {
        assertEquals("", String.join("\n", oracle.refused().values()));
    }

    @Test
    void everyFileIsRewritten() {
        assertEquals("", String.join("\n", woven.refused().values()));
    }

    @Test
    void theCatalogueIsLarge() {
        assertTrue(SHAPES.size() >= FEWEST_SHAPES, () -> "only " + SHAPES.size() + " shapes");
    }

    /** Every class that was written is verified, not only those that a performance happens to load. */
    @TestFactory
    Stream<DynamicTest> verification() {
        return woven.classFiles().stream()
                .map(file -> dynamicTest("verified: " + file.getFileName(), () -> {
                    java.io.StringWriter faults = new java.io.StringWriter();
                    CheckClassAdapter.verify(
                            new ClassReader(Files.readAllBytes(file)),
                            woven.loader(),
                            false,
                            new java.io.PrintWriter(faults));
                    assertEquals("", faults.toString());
                }));
    }

    @TestFactory
    Stream<DynamicNode> comparison() {
        return Sources.shapes().stream().map(file -> {
            String theme = file.getFileName().toString().replace(".java", "");
            return dynamicContainer(
                    theme,
                    SHAPES.stream().filter(shape -> shape.theme().equals(theme)).flatMap(CatalogueTest::modes));
        });
    }

    private static Stream<DynamicTest> modes(ShapeName shape) {
        return Stream.of(
                compare(shape, "ready", points -> List.of(Mode.ready())),
                compare(shape, "suspending", points -> List.of(Mode.suspending())),
                compare(shape, "suspending here and there", points -> Mode.mixed()),
                compare(shape, "failing", Mode::failing),
                compare(shape, "failing late", Mode::failingLate),
                compare(shape, "failing twice", Mode::failingTwice));
    }

    private static DynamicTest compare(ShapeName shape, String name, IntFunction<List<Mode>> modes) {
        return dynamicTest(shape + ", " + name, () -> {
            String refusal = woven.refused().get(shape.theme());
            if (refusal != null) {
                fail(refusal);
            }
            List<Mode> all = modes.apply(points(shape));
            List<IntUnaryOperator> fates = all.stream().map(Mode::fates).toList();
            List<List<String>> expected = oracle.play(shape, fates);
            List<List<String>> actual = woven.play(shape, fates);
            for (int i = 0; i < all.size(); i++) {
                if (!expected.get(i).equals(actual.get(i))) {
                    fail(shape + ", " + all.get(i).name() + ": " + new Difference(expected.get(i), actual.get(i)));
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> everyShapeAwaits() {
        return SHAPES.stream()
                .map(shape -> dynamicTest(
                        shape + (shape.awaits() ? " awaits" : " awaits nothing"),
                        () -> assertEquals(shape.awaits(), points(shape) > 0)));
    }

    /** How many points a shape passes if all goes well. */
    private static int points(ShapeName shape) {
        AtomicInteger points = new AtomicInteger();
        oracle.play(shape, List.of(point -> {
            points.incrementAndGet();
            return 0;
        }));
        return points.get();
    }
}
