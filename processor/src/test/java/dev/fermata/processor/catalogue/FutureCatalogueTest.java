package dev.fermata.processor.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The proof by comparison of {@link CatalogueTest}, of functions that return futures: they start at the call, on no loop, and
 * go on in the call that completes what they await. What they throw is the failure of their future.
 */
final class FutureCatalogueTest {
    @TempDir
    private static Path folder;

    private static Playhouse oracle;
    private static Playhouse futures;

    @BeforeAll
    static void compile() {
        oracle = new Playhouse(Side.ORACLE, folder.resolve("oracle"));
        futures =
                new Playhouse(Side.FUTURES, folder.resolve("futures"), FutureShapes.writeTo(folder.resolve("sources")));
    }

    @Test
    void everyFileIsRewritten() {
        assertEquals("", String.join("\n", futures.refused().values()));
    }

    @TestFactory
    Stream<DynamicNode> comparison() {
        return FutureShapes.THEMES.stream()
                .map(theme -> dynamicContainer(
                        theme,
                        shapes(theme).stream().map(shape -> dynamicTest(shape.toString(), () -> compare(shape)))));
    }

    private static List<ShapeName> shapes(String theme) {
        try {
            return ShapeName.in(theme, oracle.loader());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void compare(ShapeName shape) {
        AtomicInteger points = new AtomicInteger();
        oracle.play(shape, List.of(point -> {
            points.incrementAndGet();
            return 0;
        }));
        List<Mode> modes = new ArrayList<>(List.of(Mode.ready(), Mode.suspending()));
        modes.addAll(Mode.mixed());
        modes.addAll(Mode.failing(points.get()));
        modes.addAll(Mode.failingLate(points.get()));
        List<IntUnaryOperator> fates = modes.stream().map(Mode::fates).toList();
        List<List<String>> expected = oracle.play(shape, fates);
        List<List<String>> actual = futures.play(shape, fates);
        for (int i = 0; i < modes.size(); i++) {
            if (!expected.get(i).equals(actual.get(i))) {
                fail(shape + ", " + modes.get(i).name() + ": " + new Difference(expected.get(i), actual.get(i)));
            }
        }
    }
}
