package dev.fermata.processor.diagnostic;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CheckOptionsTest {
    /** Parses options as they stand on the command line, without {@code -A}. */
    private static CheckOptions parse(String... options) {
        Map<String, String> map = new HashMap<>();
        for (String option : options) {
            int equals = option.indexOf('=');
            map.put(
                    equals < 0 ? option : option.substring(0, equals),
                    equals < 0 ? null : option.substring(equals + 1));
        }
        return CheckOptions.parse(map);
    }

    private static void problem(String option, String text) {
        CheckOptions options = parse(option);
        assertThat(options.problems()).containsExactly(text);
        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(140));
        assertThat(options.severity(DiagnosticId.NULL_COROUTINE)).isEqualTo(Severity.ERROR);
    }

    @Test
    void nothing_givesTheDefaults() {
        CheckOptions options = parse();

        assertThat(options.problems()).isEmpty();
        assertThat(options.transform()).isEqualTo(TransformMode.ON);
        assertThat(options.debug()).isFalse();
        assertThat(options.verify()).isTrue();
        assertThat(options.report()).isEmpty();
        assertThat(options.blocking()).isEmpty();
        assertThat(DiagnosticId.values())
                .allSatisfy(id -> assertThat(options.severity(id)).isEqualTo(id.defaultSeverity()));
    }

    @Test
    void optionsOfOthers_arePassedOver() {
        assertThat(parse("mapstruct.x=y", "fermata", "fermataX=1", "debug").problems())
                .isEmpty();
    }

    @Test
    void oneCheck_winsOverAll() {
        assertThat(parse("fermata.checks=off").severity(DiagnosticId.NULL_COROUTINE))
                .isEqualTo(Severity.OFF);
        assertThat(parse("fermata.checks=note").severity(DiagnosticId.AWAIT_OUTSIDE_ASYNC))
                .isEqualTo(Severity.ERROR);
        assertThat(parse("fermata.checks=off", "fermata.check.NullCoroutine=warn")
                        .severity(DiagnosticId.NULL_COROUTINE))
                .isEqualTo(Severity.WARNING);
        assertThat(parse("fermata.check.NullCoroutine=note").severity(DiagnosticId.NULL_COROUTINE))
                .isEqualTo(Severity.NOTE);
    }

    @Test
    void mandatoryCheck_takesErrorOnly() {
        assertThat(parse("fermata.check.AwaitOutsideAsync=error").problems()).isEmpty();
        problem(
                "fermata.check.AwaitOutsideAsync=off",
                "[UnknownOption] -Afermata.check.AwaitOutsideAsync=off on a mandatory check; what it finds cannot be rewritten\n"
                        + "Write error, the one valid value, or leave the option out.");
        problem(
                "fermata.check.AwaitOutsideAsync=loud",
                "[UnknownOption] -Afermata.check.AwaitOutsideAsync=loud has no valid value; it would set nothing\n"
                        + "Write one of: error.");
    }

    @Test
    void unknownNames_listTheValidOnes() {
        problem(
                "fermata.chekc=off",
                "[UnknownOption] -Afermata.chekc is no option of Fermata; it would set nothing\n"
                        + "Write one of: fermata.check.<CheckName>, fermata.checks, fermata.transform, fermata.blocking, fermata.report, fermata.debug,\n"
                        + "fermata.verify.");
        assertThat(parse("fermata.check.NotTransformed=off").problems())
                .singleElement(as(STRING))
                .startsWith(
                        "[UnknownOption] -Afermata.check.NotTransformed names no check of Fermata; it would set nothing\n"
                                + "Write one of: AwaitOutsideAsync, AsyncReturnType, AsyncModifiers, AwaitInSynchronized, ")
                .contains(DiagnosticId.checkNames())
                .satisfies(problem -> assertThat(problem.lines())
                        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(140)));
        assertThat(parse("fermata.", "fermata.check.", "fermata.check.nullcoroutine=off", "fermata.check")
                        .problems())
                .hasSize(4)
                .allSatisfy(problem -> assertThat(problem).startsWith("[UnknownOption] -Afermata."));
    }

    @Test
    void unknownValues_listTheValidOnes() {
        problem(
                "fermata.checks=Off",
                "[UnknownOption] -Afermata.checks=Off has no valid value; it would set nothing\n"
                        + "Write one of: off, note, warn, error.");
        problem(
                "fermata.check.NullCoroutine",
                "[UnknownOption] -Afermata.check.NullCoroutine has no value; it would set nothing\n"
                        + "Write one of: off, note, warn, error.");
        problem(
                "fermata.transform=maybe",
                "[UnknownOption] -Afermata.transform=maybe has no valid value; it would set nothing\n"
                        + "Write one of: on, off, warn.");
        problem(
                "fermata.blocking=java.lang.Thread.sleep",
                "[UnknownOption] -Afermata.blocking=java.lang.Thread.sleep has no valid value; it would set nothing\n"
                        + "Write one of: <pkg.Type>#<method>, <pkg.Type>#*, each with ! in front to take it off.");
        problem(
                "fermata.report=out.txt",
                "[UnknownOption] -Afermata.report=out.txt has no valid value; it would set nothing\n"
                        + "Write one of: <file>.json, <file>.html.");
        problem(
                "fermata.debug=true",
                "[UnknownOption] -Afermata.debug=true has no valid value; it would set nothing\n"
                        + "Write one of: no value, on, off.");
        problem(
                "fermata.verify=",
                "[UnknownOption] -Afermata.verify= has no valid value; it would set nothing\nWrite one of: on, off.");
    }

    @Test
    void problems_areOrderedByName() {
        assertThat(parse("fermata.z=1", "fermata.a=1", "fermata.verify=no").problems().stream()
                        .map(problem -> problem.substring(problem.indexOf("-A"), problem.indexOf("-A") + 12)))
                .containsExactly("-Afermata.a ", "-Afermata.ve", "-Afermata.z ");
    }

    @Test
    void transform_setsTheSeverityOfBuildNews() {
        assertThat(parse("fermata.transform=warn").transform()).isEqualTo(TransformMode.WARN);
        assertThat(parse("fermata.transform=off").transform()).isEqualTo(TransformMode.OFF);
        assertThat(parse("fermata.transform=warn").severity(DiagnosticId.NOT_TRANSFORMED))
                .isEqualTo(Severity.WARNING);
        assertThat(parse("fermata.transform=warn").severity(DiagnosticId.UNSUPPORTED_COMPILER))
                .isEqualTo(Severity.WARNING);
        assertThat(parse("fermata.transform=off").severity(DiagnosticId.UNSUPPORTED_COMPILER))
                .isEqualTo(Severity.OFF);
        assertThat(parse("fermata.transform=warn").severity(DiagnosticId.PROCESSOR_NOT_RUNNING))
                .isEqualTo(Severity.ERROR);
    }

    @Test
    void flagsAndFiles_areRead() {
        assertThat(parse("fermata.debug").debug()).isTrue();
        assertThat(parse("fermata.debug=on").debug()).isTrue();
        assertThat(parse("fermata.debug=off").debug()).isFalse();
        assertThat(parse("fermata.verify=off").verify()).isFalse();
        assertThat(parse("fermata.report=target/a b.json").report()).contains("target/a b.json");
    }

    @Test
    void blocking_isSplit() {
        CheckOptions options = parse("fermata.blocking=a.b.C#run, !java.nio.file.Files#* ,a.Outer.Inner#m");

        assertThat(options.problems()).isEmpty();
        assertThat(options.blocking()).containsExactly("a.b.C#run", "!java.nio.file.Files#*", "a.Outer.Inner#m");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a.B", "a.B#", "#m", "a.B#m,", "a..B#m", "!!a.B#m", "a.B#m#n", "a.1#m", "a.B#m()", "a.B #m"})
    void blocking_refusesOtherShapes(String value) {
        assertThat(parse("fermata.blocking=" + value).problems()).hasSize(1);
    }

    @Test
    void names_areThoseThatParse() {
        assertThat(CheckOptions.names())
                .contains("fermata.check.AwaitOutsideAsync", "fermata.checks", "fermata.debug")
                .doesNotContain("fermata.check.NotTransformed");
        assertThat(List.copyOf(CheckOptions.names()))
                .allSatisfy(name -> assertThat(
                                parse(name + "=?").problems().stream().map(problem -> problem.contains("no option")))
                        .doesNotContain(true));
    }
}
