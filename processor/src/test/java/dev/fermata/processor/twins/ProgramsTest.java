package dev.fermata.processor.twins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Programs that were made at random log in Java what they log in Python: {@code programs.py} says what they are.
 */
final class ProgramsTest {
    private static final Path PROGRAMS = Path.of("src/test/resources/twins/programs.txt");

    @TestFactory
    Stream<DynamicTest> programs_logWhatTheyLogInPython() throws IOException {
        Map<String, List<String>> expected = PythonLogs.committed("programs");
        return Files.readAllLines(PROGRAMS).stream().map(Statement::program).map(it -> {
            String name = "program_" + it.number();
            return DynamicTest.dynamicTest(
                    name, () -> assertThat(log(it.functions())).isEqualTo(expected.get(name)));
        });
    }

    private static List<String> log(List<List<Statement>> functions) {
        List<String> log = new ArrayList<>();
        Twins.run(() -> new Program(log::add, functions).play());
        return log;
    }

    @Test
    void committedLog_isThatOfThePythonAtHand() throws IOException {
        if (Boolean.getBoolean("twins.write")) {
            PythonLogs.write(PROGRAMS.getParent(), List.of("programs"));
        }
        Map<String, List<String>> committed = PythonLogs.committed("programs");
        assertThat(PythonLogs.live("programs"))
                .allSatisfy((name, log) -> assertThat(log).isEqualTo(committed.get(name)));
    }
}
