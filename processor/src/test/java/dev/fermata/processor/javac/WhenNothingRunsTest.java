package dev.fermata.processor.javac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** docs/guide/when-nothing-runs.md: its table of javac is run line by line, its table of programs row by row. */
final class WhenNothingRunsTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(-[^`]*)`([^|]*)\\| ([^|]*) \\| ([^|]*) \\|$");
    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\")+");

    private static final String HELLO = """
            package a;
            import static dev.fermata.Coroutine.*;
            import dev.fermata.*;
            public class Hello {
                @Async static Coroutine<Integer> twice(int x) { return result(2 * await(result(x))); }
                public static Object main() { return dev.fermata.asyncio.Asyncio.run(twice(21)); }
            }
            """;

    /** Claims all that is left. */
    private static final String OTHER = """
            package other;
            import java.util.Set;
            import javax.annotation.processing.*;
            import javax.lang.model.SourceVersion;
            import javax.lang.model.element.TypeElement;
            public class Processor extends AbstractProcessor {
                @Override public Set<String> getSupportedAnnotationTypes() { return Set.of("*"); }
                @Override public SourceVersion getSupportedSourceVersion() { return SourceVersion.latestSupported(); }
                @Override public boolean process(Set<? extends TypeElement> types, RoundEnvironment round) { return true; }
            }
            """;

    @TempDir
    static Path shared;

    @TempDir
    Path root;

    private static String others = "";

    private record Row(String options, String jdk, String outcome) {
        static Row of(MatchResult match) {
            return new Row(match.group(1), match.group(3), match.group(4).replace("*", ""));
        }

        boolean isForThisJdk() {
            int feature = Runtime.version().feature();
            return switch (jdk) {
                case "all" -> true;
                case "17 to 22" -> feature <= 22;
                case "21 and later" -> feature >= 21;
                case "23 and later" -> feature >= 23;
                default -> throw new IllegalStateException("which JDK is " + jdk + "?");
            };
        }

        List<String> arguments() {
            return WORD.matcher(options)
                    .results()
                    .map(word -> word.group()
                            .replace("\"", "")
                            .replace(":", word.group().startsWith("-") ? ":" : java.io.File.pathSeparator)
                            .replace("RUNTIME", Project.RUNTIME)
                            .replace("PROCESSOR", Project.PROCESSOR)
                            .replace("OTHERS", others))
                    .toList();
        }
    }

    @BeforeAll
    static void compileOthers() throws IOException {
        Project project = new Project(shared).source("other/Processor.java", OTHER);
        assertThat(project.javacWith(
                                List.of("-proc:none", "-d", project.classes().toString()))
                        .text())
                .isEmpty();
        Path services = Files.createDirectories(project.classes().resolve("META-INF/services"));
        Files.writeString(services.resolve("javax.annotation.processing.Processor"), "other.Processor\n");
        others = project.classes().toString();
    }

    private static String page() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        return Files.readString(here.resolveSibling("docs").resolve("guide/when-nothing-runs.md"));
    }

    @TestFactory
    List<DynamicTest> javac_eachLineOfTheTable_isAsThePageSays() throws Exception {
        List<Row> rows = ROW.matcher(page())
                .results()
                .map(Row::of)
                .filter(Row::isForThisJdk)
                .toList();
        assertThat(rows).hasSizeGreaterThan(18);
        List<Project> projects = new ArrayList<>();
        List<List<String>> compiles = new ArrayList<>();
        for (Row row : rows) {
            Project project = new Project(root.resolve(String.valueOf(projects.size()))).source("a/Hello.java", HELLO);
            List<String> arguments = new ArrayList<>(row.arguments());
            if (arguments.contains("-p")) {
                project.source("module-info.java", "module app { requires dev.fermata; exports a; }");
                arguments.add(project.sourceFolder().resolve("module-info.java").toString());
            }
            Files.createDirectories(project.classes());
            arguments.addAll(List.of("-d", project.classes().toString()));
            arguments.add(project.sourceFolder().resolve("a/Hello.java").toString());
            projects.add(project);
            compiles.add(arguments);
        }
        List<ForkedJavac.Ended> ended = ForkedJavac.run(root.resolve("javac"), compiles);
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            Project project = projects.get(i);
            ForkedJavac.Ended javac = ended.get(i);
            tests.add(DynamicTest.dynamicTest(row.options() + ": " + row.outcome(), () -> check(row, project, javac)));
        }
        return tests;
    }

    private static void check(Row row, Project project, ForkedJavac.Ended javac) throws Exception {
        switch (row.outcome().split("[ :]")[0]) {
            case "works" -> {
                assertThat(javac).isEqualTo(new ForkedJavac.Ended(0, ""));
                assertThat(project.run("a.Hello", "main")).isEqualTo(42);
            }
            case "error" -> {
                assertThat(javac.code()).isEqualTo(1);
                assertThat(javac.said())
                        .contains("Hello.java:5: error: [ProcessorNotRunning] @Async method 'twice' is compiled")
                        .endsWith("\n1 error\n");
                assertThat(Project.files(project.classes())).isEmpty();
            }
            case "silent" -> {
                assertThat(javac).isEqualTo(new ForkedJavac.Ended(0, ""));
                assertThat(thrown(project))
                        .isExactlyInstanceOf(IllegalStateException.class)
                        .hasMessageStartingWith("await() in a.Hello.twice was not rewritten, so it cannot suspend; "
                                + "compile a.Hello by javac with fermata-processor on its processor path");
            }
            case "writes" -> {
                assertThat(javac).isEqualTo(new ForkedJavac.Ended(0, ""));
                assertThat(Project.files(project.classes())).isEmpty();
            }
            default -> throw new IllegalStateException("what does " + row.outcome() + " mean?");
        }
    }

    private static Throwable thrown(Project project) {
        Throwable thrown = catchThrowable(() -> project.run("a.Hello", "main"));
        assertThat(thrown).isInstanceOf(InvocationTargetException.class);
        return thrown.getCause();
    }

    private Project compiledByNobody(String body) {
        Project project = new Project(root)
                .source(
                        "a/Hello.java",
                        "package a; import static dev.fermata.Coroutine.*; import dev.fermata.*; import dev.fermata.asyncio.*; public class Hello { "
                                + "public static boolean ran; " + body + "}");
        assertThat(project.javac("-proc:none", "-Xplugin:FermataGuard off").text())
                .isEmpty();
        return project;
    }

    @Test
    void program_generatorThatYields_throwsWhenItIsCalled() {
        assertThat(
                        thrown(
                                compiledByNobody(
                                        "@Yields static Generator<Integer> f() { Generator.yield(1); return Generator.end(); } public static Object main() { return f(); }")))
                .hasMessageContaining("was not rewritten")
                .hasMessageContaining("-processorpath");
    }

    @Test
    void program_lambdaThatAwaits_throwsWhenItIsCalled() {
        assertThat(
                        thrown(
                                compiledByNobody(
                                        "public static Object main() { AsyncSupplier<Integer> s = () -> result(await(result(1))); return Asyncio.run(s); }")))
                .hasMessageContaining("was not rewritten")
                .hasMessageContaining("-processorpath");
    }

    @Test
    void program_functionThatNeverAwaitsBesideRun_isToldByRun() {
        assertThat(
                        thrown(
                                compiledByNobody(
                                        "@Async static Coroutine<Integer> f() { ran = true; return result(1); } public static Object main() { return Asyncio.run(f()); }")))
                .hasMessageStartingWith("'f' of a.Hello was not rewritten: its body runs when it is called")
                .hasMessageContaining("-processorpath");
    }

    @Test
    void program_functionThatNeverAwaitsInALambdaOfRun_isToldByRun() {
        assertThat(
                        thrown(
                                compiledByNobody(
                                        "@Async static Coroutine<Integer> f() { ran = true; return result(1); } public static Object main() { return Asyncio.run(() -> f()); }")))
                .hasMessageStartingWith("'f' of a.Hello was not rewritten: its body runs when it is called");
    }

    @Test
    void program_functionThatNeverAwaitsElsewhere_runsAtTheCallAndNobodyTells() throws Exception {
        Project project = compiledByNobody(
                "static class Lib { @Async static Coroutine<Integer> f() { ran = true; return result(1); } } "
                        + "public static Object main() { Coroutine<Integer> c = Lib.f(); return ran + \" \" + Asyncio.run(c); }");

        assertThat(project.run("a.Hello", "main")).isEqualTo("true 1");
    }

    @Test
    void program_lambdaThatNeverAwaits_runsAtTheCallAndNobodyTells() throws Exception {
        Project project = compiledByNobody(
                "public static Object main() throws Exception { "
                        + "AsyncSupplier<Integer> s = () -> { ran = true; return result(1); }; Coroutine<Integer> c = s.get(); return ran + \" \" + Asyncio.run(c); }");

        assertThat(project.run("a.Hello", "main")).isEqualTo("true 1");
    }

    @Test
    void kapt_stubsWithoutBodiesThenJavacWithoutProcessors_isSilentThenAnError() {
        Project stubs = new Project(root.resolve("stubs"))
                .source(
                        "a/Hello.java",
                        "package a; @kotlin.Metadata public final class Hello { @dev.fermata.Async public static final dev.fermata.Coroutine<Integer> twice(int x) { return null; } }")
                .source("kotlin/Metadata.java", "package kotlin; public @interface Metadata {}");

        Project.Compiled kapt = stubs.javac("-proc:only", "-processorpath", Project.PROCESSOR);
        Project.Compiled javac = new Project(root).source("a/Hello.java", HELLO).javac("-proc:none");

        assertThat(kapt.text()).isEmpty();
        assertThat(Project.files(stubs.classes())).isEmpty();
        assertThat(javac.errors()).singleElement().asString().startsWith("[ProcessorNotRunning] ");
    }
}
