package dev.fermata.processor.fuzz;

import dev.fermata.processor.catalogue.Difference;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Runs one program on both sides in many scenarios, and compares. */
final class Comparison {
    private final Program program;
    private final Troupe oracle;
    private final Troupe woven;
    private final Tally tally;

    Comparison(Program program, Troupe oracle, Troupe woven, Tally tally) {
        this.program = program;
        this.oracle = oracle;
        this.woven = woven;
        this.tally = tally;
    }

    /** The first difference, in words, or null. */
    @Nullable
    String difference(IntFunction<List<Scenario>> scenarios) throws ReflectiveOperationException {
        int[] points = {0};
        List<String> smooth = oracle.run(program, point -> {
            points[0]++;
            return 0;
        });
        for (Scenario scenario : scenarios.apply(points[0])) {
            if (scenario.closes() && program.source().contains("AsyncGenerator<")) {
                // Closed one by one, they make others of its failures than a stack does, and the oracle cannot tell
                // where.
                continue;
            }
            List<String> expected = scenario.isSmooth() ? smooth : oracle.run(program, scenario::fate);
            List<String> actual = woven.run(program, point -> tally.passed(scenario.fate(point)));
            tally.runs++;
            if (!isSame(expected, actual)) {
                return scenario.name() + " (others " + scenario.others() + "): " + new Difference(expected, actual);
            }
        }
        return null;
    }

    /** Of a sealed trace only the beginning counts. */
    private static boolean isSame(List<String> expected, List<String> actual) {
        int last = expected.size() - 1;
        return expected.get(last).equals("sealed")
                ? last <= actual.size() && expected.subList(0, last).equals(actual.subList(0, last))
                : expected.equals(actual);
    }
}
