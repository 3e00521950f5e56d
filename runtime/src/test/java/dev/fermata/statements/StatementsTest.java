package dev.fermata.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests run in the directory of their module; the tests of the other modules stand beside it. */
final class StatementsTest {
    private static final Path PAGE = Path.of("../docs/asyncio-statements.md");

    private final Statements statements = Statements.read();
    private final List<HoldingTest> tests = Stream.of("runtime", "processor", "demo")
            .flatMap(module -> HoldingTest.under(Path.of("..", module, "src/test/java")).stream())
            .toList();

    @Test
    void statements_areNumberedFromOneToTheLast() {
        assertThat(statements.all().stream().map(Statement::number))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 147).boxed().toList());
    }

    @Test
    void tests_nameStatementsThatExist() {
        assertThat(tests.stream().flatMap(test -> test.numbers().stream()))
                .allMatch(number -> number >= 1 && number <= 147);
    }

    @Test
    void statements_areHeldByTests_orSayWhyNot() {
        Set<Integer> held =
                tests.stream().flatMap(test -> test.numbers().stream()).collect(Collectors.toSet());
        assertThat(statements.all())
                .filteredOn(statement -> statement.absence().isEmpty() && !held.contains(statement.number()))
                .isEmpty();
    }

    @Test
    void page_isWhatTheTestsSay() throws IOException {
        String page = new StatementPage(statements, tests).text();
        if (Boolean.getBoolean("statements.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).hasContent(page);
    }
}
