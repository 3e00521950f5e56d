package dev.fermata.processor.realcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.fermata.processor.transform.TransformOptions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Rewrites code that nobody here wrote, with suspension points put into it, and has all of it verified. A selection in every
 * run; with {@code -Drealcode=long} all of it, in several ways, see {@code docs/real-code.md}.
 */
final class RealCodeTest {
    private static final int FEWEST_METHODS = 300_000;

    private static final Engine PLAIN = Engine.of(TransformOptions.DEFAULTS);
    private static final Engine KEEPING = Engine.of(new TransformOptions(true, false));

    private record Way(Choice choice, Engine engine) {
        @Override
        public String toString() {
            return choice + (engine == KEEPING ? ", dead locals kept" : "");
        }
    }

    private static final List<Way> WAYS = List.of(
            new Way(Choice.calls(1, 0), PLAIN),
            new Way(Choice.all(4, 1), KEEPING),
            new Way(Choice.calls(3, 0).in(Choice.Kind.GENERATOR), KEEPING),
            new Way(Choice.calls(2, 1).in(Choice.Kind.ASYNC_GENERATOR), PLAIN));

    private final Tally all = new Tally();

    @TestFactory
    Stream<DynamicTest> everyMethodVerifiesOrIsRejectedForATrueReason() {
        if (!Report.LONG) {
            return Source.small().stream().flatMap(source -> WAYS.stream().map(way -> prove(source, way, 1)));
        }
        Stream<DynamicTest> proofs = Source.large(Report.jars()).stream()
                .filter(source -> Report.isWanted(source.corpus()))
                .flatMap(source -> WAYS.stream().map(way -> prove(source, way, source.isOfJdk() ? 1 : step(way))));
        DynamicTest bar = dynamicTest("all together", () -> {
            Report.line("all together: " + all);
            assertThat(all.methods).isGreaterThanOrEqualTo(Report.isOfAll() ? FEWEST_METHODS : 1);
        });
        return Stream.concat(proofs, Stream.of(bar));
    }

    /** In the first way all classes of a jar are rewritten, in the others every third. */
    private static int step(Way way) {
        return way == WAYS.get(0) ? 1 : 3;
    }

    private DynamicTest prove(Source source, Way way, int step) {
        String name = source.corpus().name() + (step == 1 ? "" : ", every 3rd class") + ", " + way;
        return dynamicTest(name, () -> {
            Tally tally =
                    new Proof(source.library(), way.engine()).of(source.corpus().every(step), way.choice());
            all.add(tally);
            Report.line(name + ": " + tally);
            assertThat(tally.faults).isEmpty();
            assertThat(tally.methods).isPositive();
        });
    }
}
