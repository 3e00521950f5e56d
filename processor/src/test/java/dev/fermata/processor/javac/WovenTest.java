package dev.fermata.processor.javac;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plain javac, with the processor where users put it, the real transform and the real guard. */
final class WovenTest {
    private static final String HELLO = """
            package a;
            import static dev.fermata.Coroutine.*;
            import dev.fermata.*;
            public class Hello {
                @Async static Coroutine<Integer> add(int x, int y) { return result(x + y); }
                @Async static Coroutine<Integer> twice(int x) { return result(await(add(x, x))); }
                static class Inner {
                    private final int base = 100;
                    @Async private Coroutine<Integer> plus(int x) { return result(base + await(twice(x))); }
                }
                @Yields static Generator<Integer> numbers() {
                    for (int i = 0; i < 3; i++) { Generator.yield(i); }
                    return Generator.end();
                }
                public static Object main() throws Throwable {
                    AsyncSupplier<Integer> lambda = () -> result(await(new Inner().plus(5)) + 1);
                    AsyncSupplier<Integer> anonymous = new AsyncSupplier<>() {
                        @Override public Coroutine<Integer> get() throws Exception { return result(await(lambda.get()) + 1); }
                    };
                    int sum = 0;
                    for (int i : numbers()) { sum += i; }
                    return anonymous.get().send(null) + ", " + sum;
                }
            }
            """;

    /** What the guard of the processor's jar says: once, also where the runtime's guard is there too. */
    private static final String NOT_RUNNING =
            "[ProcessorNotRunning] @Async method 'add' is compiled and fermata-processor is there but does not run; it would throw when called\n"
                    + "  Take -proc:none away, name it first on the processor path and in -processor; on a class path it wants -proc:full.";

    @TempDir
    Path root;

    private Project project;

    @BeforeEach
    void setUp() {
        project = new Project(root).source("a/Hello.java", HELLO);
    }

    @Test
    void javac_processorPath_runsWithoutAWarning() throws Exception {
        Project.Compiled compiled = project.javac("-processorpath", Project.PROCESSOR, "-Xlint:all", "-Werror");

        assertThat(compiled.text()).isEmpty();
        assertThat(project.run("a.Hello", "main")).isEqualTo("Returned[value=112], 3");
    }

    @Test
    void javac_twice_givesTheSameBytes() {
        project.javac("-processorpath", Project.PROCESSOR);
        TreeMap<String, byte[]> first = Project.files(project.classes());

        Project.Compiled second = project.javac("-processorpath", Project.PROCESSOR, "-Xlint:all", "-Werror");

        assertThat(second.text()).isEmpty();
        assertThat(Project.files(project.classes())).containsExactlyEntriesOf(first);
    }

    @Test
    void javac_simplePolicy_givesTheSameBytes() {
        project.javac("-processorpath", Project.PROCESSOR);
        TreeMap<String, byte[]> first = Project.files(project.classes());

        project.javac("-processorpath", Project.PROCESSOR, "-XDcompilePolicy=simple");

        assertThat(Project.files(project.classes())).containsExactlyEntriesOf(first);
    }

    @Test
    void javac_processorOnClassPathOnly_runsOrIsAnError() throws Exception {
        Project.Compiled compiled = project.javacWith(
                List.of("-d", project.classes().toString(), "-cp", Project.path(Project.RUNTIME, Project.PROCESSOR)));

        if (Runtime.version().feature() < 23) {
            assertThat(compiled.success()).isTrue();
            assertThat(project.run("a.Hello", "main")).isEqualTo("Returned[value=112], 3");
        } else {
            assertThat(compiled.errors()).containsExactly(NOT_RUNNING);
        }
    }

    @Test
    void javac_procFull_runs() throws Exception {
        if (Runtime.version().feature() < 21) {
            return;
        }
        Project.Compiled compiled = project.javacWith(List.of(
                "-proc:full",
                "-Xlint:all",
                "-Werror",
                "-d",
                project.classes().toString(),
                "-cp",
                Project.path(Project.RUNTIME, Project.PROCESSOR)));

        assertThat(compiled.text()).isEmpty();
        assertThat(project.run("a.Hello", "main")).isEqualTo("Returned[value=112], 3");
    }

    @Test
    void javac_runtimeOnTheProcessorPathToo_guardIsSilent() {
        assertThat(project.javac(
                                "-processorpath",
                                Project.path(Project.RUNTIME, Project.PROCESSOR),
                                "-Xlint:all",
                                "-Werror")
                        .text())
                .isEmpty();
    }

    @Test
    void javac_procNone_isAnError() {
        Project.Compiled compiled = project.javac("-proc:none");

        assertThat(compiled.errors()).hasSize(1).first().asString().startsWith("[ProcessorNotRunning]");
        assertThat(compiled.diagnostics().get(0).getLineNumber()).isEqualTo(5);
    }

    @Test
    void javac_procNoneWithTheProcessorOnItsPath_isAnError() {
        Project.Compiled compiled = project.javac("-proc:none", "-processorpath", Project.PROCESSOR);

        assertThat(compiled.errors()).containsExactly(NOT_RUNNING);
        assertThat(compiled.diagnostics().get(0).getLineNumber()).isEqualTo(5);
    }

    @Test
    void javac_procNoneAndOnlyAnAsyncLambda_isAnErrorAtItsAwait() {
        Project.Compiled compiled = new Project(root.resolve("lambda"))
                .source("a/Foo.java", """
                        package a;
                        import dev.fermata.*;
                        class Foo {
                            AsyncSupplier<Integer> s = () ->
                                Coroutine.result(Coroutine.await(Coroutine.result(1)));
                        }
                        """)
                .javac("-proc:none", "-processorpath", Project.PROCESSOR);

        assertThat(compiled.errors())
                .singleElement()
                .asString()
                .startsWith("[ProcessorNotRunning] await() is compiled and fermata-processor is there");
        assertThat(compiled.diagnostics().get(0).getLineNumber()).isEqualTo(5);
    }

    /** javac runs no processor over a source that is wrong in such a way; that is no reason to speak of processors. */
    @Test
    void javac_annotationWhereNoneMayStand_isJavacsErrorAlone() {
        Project.Compiled compiled = project.source("a/Hello.java", HELLO.replace("public class", "@Async public class"))
                .javac("-processorpath", Project.PROCESSOR);

        assertThat(compiled.errors()).hasSize(1).first().asString().contains("not applicable");
        assertThat(project.classes()).isEmptyDirectory();
    }

    @Test
    void javac_procNoneAndNothingToRewrite_isSilent() {
        Project.Compiled compiled = new Project(root.resolve("plain"))
                .source("module-info.java", "module a { requires java.compiler; }")
                .source("a/package-info.java", "@javax.annotation.processing.Generated(\"x\") package a;")
                .source("a/Foo.java", "package a; interface Foo { int one(); }")
                .javac("-proc:none", "-processorpath", Project.PROCESSOR, "-Xlint:all", "-Werror");

        assertThat(compiled.text()).isEmpty();
    }

    @Test
    void javac_guardSwitchedOff_neitherSpeaks() {
        String off = "-Xplugin:FermataGuard off";
        assertThat(project.javac("-proc:none", off).text()).isEmpty();
        assertThat(project.javac("-proc:none", off, "-processorpath", Project.PROCESSOR)
                        .text())
                .isEmpty();
        assertThat(project.javac("-proc:none", off, "-processorpath", Project.path(Project.RUNTIME, Project.PROCESSOR))
                        .text())
                .isEmpty();
        assertThat(project.javac("-proc:none", off, "-processorpath", Project.path(Project.PROCESSOR, Project.RUNTIME))
                        .text())
                .isEmpty();
    }

    @Test
    void javac_bothGuardsOnOnePath_oneSpeaks() {
        assertThat(project.javac("-proc:none", "-processorpath", Project.path(Project.RUNTIME, Project.PROCESSOR))
                        .errors())
                .containsExactly(NOT_RUNNING);
        assertThat(project.javac("-proc:none", "-processorpath", Project.path(Project.PROCESSOR, Project.RUNTIME))
                        .errors())
                .containsExactly(NOT_RUNNING);
    }

    @Test
    void javac_guardsSpoke_leaveNoMark() {
        project.javac("-proc:none", "-processorpath", Project.path(Project.RUNTIME, Project.PROCESSOR));
        project.javac(
                "-proc:none",
                "-Xplugin:FermataGuard off",
                "-processorpath",
                Project.path(Project.RUNTIME, Project.PROCESSOR));

        assertThat(System.getProperties().stringPropertyNames())
                .noneMatch(name -> name.startsWith("dev.fermata.processor@"));
    }

    @Test
    void javac_transformOff_guardIsSilent() {
        assertThat(project.javac(
                                "-processorpath",
                                Project.path(Project.RUNTIME, Project.PROCESSOR),
                                "-Afermata.transform=off")
                        .text())
                .isEmpty();
    }

    @Test
    void javac_afterwards_leavesNoMark() {
        project.javac("-processorpath", Project.PROCESSOR);

        assertThat(System.getProperties().stringPropertyNames())
                .noneMatch(name -> name.startsWith("dev.fermata.processor@"));
    }

    @Test
    void processors_namedInClassFiles_noInsidesOfJavac() throws Exception {
        try (Stream<Path> classes = Files.walk(Path.of(FermataProcessor.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI()))) {
            for (Path file :
                    classes.filter(it -> it.toString().endsWith(".class")).toList()) {
                assertThat(new String(Files.readAllBytes(file), "ISO-8859-1"))
                        .as(file.toString())
                        .doesNotContain("com/sun/tools/", "sun/misc/", "jdk/internal/");
            }
        }
    }
}
