package dev.fermata.processor.javac;

import static dev.fermata.processor.javac.ReportedProject.SIMPLE;
import static dev.fermata.processor.javac.ReportedProject.values;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When {@code -Afermata.report} writes a file, and where. */
final class ReportFileTest {
    @TempDir
    Path root;

    private ReportedProject reported;

    @BeforeEach
    void begin() {
        reported = new ReportedProject(root);
    }

    private static final String WRONG = """
            class Foo {
                int total;
                @Async Coroutine<Integer> get() { return Coroutine.result(1); }
                @Async Coroutine<Integer> lost() {
                    total = total + await(get());
                    return Coroutine.result(total);
                }
                void plain() { await(get()); }
            }
            """;

    @Test
    void failedCompile_writesWhatTheChecksSay() throws Exception {
        reported.source("Foo", WRONG);

        Project.Compiled compiled = reported.compile("out.json");

        assertThat(compiled.success()).isFalse();
        String json = Files.readString(reported.file("out.json"));
        assertThat(values(json, "rewritten")).containsExactly("false", "false");
        assertThat(values(json, "state")).containsExactly("null");
        String lost = json.substring(json.indexOf("a.Foo.lost()"), json.indexOf("otherChecks"));
        assertThat(lost).contains("""
                      "checks": [
                        {
                          "id": "LostUpdate",
                          "severity": "warning",
                          "line": 6,
                          "message": "'total' is read before the await and written after it; an update made meanwhile is lost",
                          "cure": "Await first: var n = await(..); total = .. n ..;"
                        }
                      ]
                """.replace("\n                ", "\n").stripTrailing());
        String others = json.substring(json.indexOf("otherChecks"));
        assertThat(values(others, "class")).containsExactly("\"a.Foo\"");
        assertThat(values(others, "id")).containsExactly("\"AwaitOutsideAsync\"");
        assertThat(values(others, "line")).containsExactly("9");
    }

    @Test
    void sameSource_givesTheSameBytes() throws Exception {
        reported.source("Bar", SIMPLE.replace("Foo", "Bar"));
        for (String name : List.of("one.html", "one.json")) {
            String first = reported.report(name, SIMPLE);

            assertThat(reported.report(name, SIMPLE)).isEqualTo(first);
        }
    }

    @Test
    void classFiles_areTheSameWithAndWithoutIt() throws Exception {
        reported.report("out.json", SIMPLE);
        var with = Project.files(reported.project().classes());
        reported.project().processors(new FermataOptions(), new FermataProcessor());

        assertThat(reported.project().javac("-g").errors()).isEmpty();

        assertThat(Project.files(reported.project().classes()).keySet()).isEqualTo(with.keySet());
        Project.files(reported.project().classes())
                .forEach((name, bytes) -> assertThat(bytes).isEqualTo(with.get(name)));
    }

    @Test
    void moduleWithoutFunctions_hasAnEmptyReport() throws Exception {
        assertThat(reported.report("out.json", "class Foo { }"))
                .isEqualTo("{\n  \"version\": 2,\n  \"functions\": [],\n  \"otherChecks\": []\n}\n");
    }

    @Test
    void missingFolder_isMade() throws Exception {
        assertThat(reported.report("x/y/out.json", SIMPLE)).contains("a.Foo.one(int)");
        assertThat(Files.list(reported.file("x/y"))).containsExactly(reported.file("x/y/out.json"));
    }

    @Test
    void folderInItsPlace_isOneError() throws Exception {
        Files.createDirectories(reported.file("out.json"));
        reported.source("Foo", SIMPLE);

        Project.Compiled compiled = reported.compile("out.json");

        assertThat(compiled.success()).isFalse();
        assertThat(compiled.errors())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("[UnknownOption] -Afermata.report=")
                .contains("cannot be written; it is a folder\n")
                .endsWith("Name a file that can be made or replaced; a relative path starts where javac was started.");
    }

    @Test
    void fileInThePlaceOfAFolder_isOneError() throws Exception {
        Files.writeString(reported.file("x"), "");
        reported.source("Foo", SIMPLE);

        Project.Compiled compiled = reported.compile("x/out.json");

        assertThat(compiled.errors()).hasSize(1).first().asString().contains("; x in its path is no folder\n");
    }
}
