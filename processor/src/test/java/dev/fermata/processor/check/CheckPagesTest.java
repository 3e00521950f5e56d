package dev.fermata.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.diagnostic.CheckOptions;
import dev.fermata.processor.diagnostic.DiagnosticId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the registry, the ids, the options, the tests and the pages of the checks together. */
final class CheckPagesTest {
    private static final Path PAGES = pages();

    /** Maven runs the tests in the folder of the module, an IDE may do so in the root. */
    private static Path pages() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path pages = folder.resolve("docs/checks");
            if (Files.isDirectory(pages)) {
                return pages;
            }
        }
        throw new IllegalStateException(
                "docs/checks is nowhere above " + Path.of("").toAbsolutePath());
    }

    static List<Check> checks() {
        return CheckRegistry.CHECKS;
    }

    @Test
    void registry_hasEachCheckOfTheIdsOnce_inTheirOrder() {
        assertThat(CheckRegistry.CHECKS.stream().map(Check::id))
                .containsExactlyElementsOf(Arrays.stream(DiagnosticId.values())
                        .filter(DiagnosticId::isCheck)
                        .toList());
    }

    @Test
    void pages_areThoseOfTheRegistry() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(CheckRegistry.CHECKS.stream()
                            .map(check -> check.id().text() + ".md")
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("checks")
    void names_ofClassTestAndOption_followTheId(Check check) throws ClassNotFoundException {
        String id = check.id().text();

        assertThat(check.getClass().getSimpleName()).isEqualTo(id + "Check");
        assertThat(check.getClass()).isFinal();
        assertThat(Class.forName(check.getClass().getName() + "Test")).isFinal();
        assertThat(CheckOptions.names()).contains("fermata.check." + id);
    }

    @ParameterizedTest
    @MethodSource("checks")
    void page_saysWhatEachPageSays(Check check) throws IOException {
        DiagnosticId id = check.id();
        String page = page(id);

        assertThat(page)
                .startsWith("# " + id.text() + "\n\n" + severity(id) + (id.isOptional() ? "optional" : "mandatory")
                        + ".\n");
        assertThat(page.lines().filter(line -> line.startsWith("## ")))
                .containsExactly("## Why", "## Bad", "## Good", "## Not reported", "## Suppression");
        String suppression = page.substring(page.indexOf("## Suppression"));
        assertThat(suppression).contains("-Afermata.check." + id.text());
        assertThat(suppression.contains("It cannot be suppressed")).isEqualTo(!id.isOptional());
    }

    private static String severity(DiagnosticId id) {
        return switch (CheckOptions.parse(Map.of()).severity(id)) {
            case ERROR -> "An error, ";
            case WARNING -> "A warning, ";
            case NOTE -> "A note, ";
            case OFF -> "Off, ";
        };
    }

    @ParameterizedTest
    @MethodSource("checks")
    void badExample_isReported_goodIsNot(Check check) throws IOException {
        String page = page(check.id());

        // Others may have something to say of it too: most examples are too short to suspend.
        assertThat(Checked.members(example(page, "Bad"))
                        .about(check.id().text())
                        .own())
                .hasSize(1);
        Checked.members(example(page, "Good")).isClean();
    }

    private static String page(DiagnosticId id) throws IOException {
        return Files.readString(PAGES.resolve(id.text() + ".md"));
    }

    private static String example(String page, String heading) {
        int start = page.indexOf("```java\n", page.indexOf("## " + heading)) + "```java\n".length();
        return page.substring(start, page.indexOf("```", start));
    }
}
