package dev.fermata.processor.realcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.fermata.processor.transform.TransformOptions;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs code that nobody here wrote, as it is and rewritten and suspended, and compares. Every call in it is a suspension
 * point. A selection in every run; with {@code -Drealcode=long} more of it, see {@code docs/real-code.md}.
 */
final class RunRealCodeTest {
    private static final int FEWEST_METHODS = 100;
    private static final int FEWEST_METHODS_OF_ALL = 500;

    private final Playground.Result all = new Playground.Result();

    @TestFactory
    Stream<DynamicTest> rewrittenMethodsDoWhatTheOriginalsDo() {
        Stream<DynamicTest> runs = (Report.LONG ? Place.large(Report.jars()) : Place.small())
                .stream()
                        .filter(place -> Report.isWanted(place.corpus()))
                        .map(place -> dynamicTest(place.corpus().name(), () -> run(place)));
        DynamicTest bar = dynamicTest("all together", () -> {
            Report.line("run, all together: " + all);
            int fewest = Report.LONG ? FEWEST_METHODS_OF_ALL : FEWEST_METHODS;
            assertThat(all.methods).isGreaterThanOrEqualTo(Report.isOfAll() ? fewest : 1);
        });
        return Stream.concat(runs, Stream.of(bar));
    }

    private void run(Place place) {
        Engine engine = Engine.of(TransformOptions.DEFAULTS);
        Playground.Result result = new Playground(place.library(), engine).run(place.corpus(), Choice.calls(1, 0));
        all.add(result);
        Report.line("run, " + place.corpus().name() + ": " + result);
        assertThat(result.differences).isEmpty();
    }
}
