package dev.fermata.processor.javac;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A compile that fails somewhere: javac goes class by class, so that some are on disk already, and those must be whole. All with the
 * real transform.
 */
final class FailedCompileTest {
    private static final String HELLO = """
            package a;
            import static dev.fermata.Coroutine.*;
            import dev.fermata.*;
            public class Hello {
                static class Inner { @Async static Coroutine<Integer> one() { return result(await(result(1))); } }
                @Async static Coroutine<Integer> two() { return result(2 * await(Inner.one())); }
                public static Object main() { return dev.fermata.asyncio.Asyncio.run(two()); }
            }
            """;

    private static final String LATER =
            "package a; class Later { @dev.fermata.Async dev.fermata.Coroutine<Integer> f() { return dev.fermata.Coroutine.result(dev.fermata.Coroutine.await(Hello.two())); } }";

    private static final String[] WHOLE = {
        "a/Hello$Inner$one$Coroutine.class", "a/Hello$Inner.class", "a/Hello$two$Coroutine.class", "a/Hello.class"
    };

    private static final String TYPE_ERROR = "package a; class Middle { int x = \"\"; }";
    private static final String FLOW_ERROR = "package a; class Middle { int f() { } }";
    private static final String OUR_ERROR =
            "package a; class Middle { void f() { dev.fermata.Coroutine.await(Hello.two()); } }";
    private static final String WARNING = "package a; class Middle { java.util.List f() { return null; } }";
    private static final String OUR_OTHER_ERROR =
            "package a; class Middle { @dev.fermata.Async dev.fermata.Coroutine<Integer> f(Object lock) { "
                    + "synchronized (lock) { return dev.fermata.Coroutine.result(dev.fermata.Coroutine.await(Hello.two())); } } }";

    @TempDir
    Path root;

    private Project project;

    @BeforeEach
    void setUp() {
        project = new Project(root).source("a/Hello.java", HELLO);
    }

    private Project.Compiled javac(String middle, String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("-processorpath", Project.PROCESSOR, "-Xlint:all", "-Werror"));
        return project.source("a/Middle.java", middle)
                .source("a/Later.java", LATER)
                .javac(all.toArray(new String[0]));
    }

    @ParameterizedTest
    @ValueSource(strings = {TYPE_ERROR, FLOW_ERROR, OUR_ERROR, WARNING, OUR_OTHER_ERROR})
    void classByClass_whatWasWrittenBeforeTheFailureIsWhole(String middle) throws Exception {
        Project.Compiled compiled = javac(middle);

        assertThat(compiled.success()).isFalse();
        assertThat(Project.files(project.classes())).containsOnlyKeys(WHOLE);
        assertThat(project.run("a.Hello", "main")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {TYPE_ERROR, FLOW_ERROR, OUR_ERROR, WARNING, OUR_OTHER_ERROR})
    void allAtOnce_nothingIsWritten(String middle) {
        Project.Compiled compiled = javac(middle, "-XDcompilePolicy=simple");

        assertThat(compiled.success()).isFalse();
        assertThat(Project.files(project.classes())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {TYPE_ERROR, FLOW_ERROR, OUR_ERROR, WARNING, OUR_OTHER_ERROR})
    void secondCompileFails_whatTheFirstWroteStaysWhole(String middle) {
        project.javac("-processorpath", Project.PROCESSOR);
        TreeMap<String, byte[]> before = Project.files(project.classes());

        Project.Compiled compiled = javac(middle, "-XDcompilePolicy=simple");

        assertThat(compiled.success()).isFalse();
        assertThat(Project.files(project.classes())).containsExactlyEntriesOf(before);
    }

    @Test
    void compileAfterTheFailure_worksWithoutAWord() throws Exception {
        javac(FLOW_ERROR);

        Project.Compiled compiled = javac("package a; class Middle {}");

        assertThat(compiled.text()).isEmpty();
        assertThat(project.run("a.Hello", "main")).isEqualTo(2);
        assertThat(project.facts("a/Later.class").format()).hasValue(1);
    }

    @Test
    void fileByFile_works() throws Exception {
        Project.Compiled compiled = javac("package a; class Middle {}", "-XDcompilePolicy=byfile");

        assertThat(compiled.text()).isEmpty();
        assertThat(project.run("a.Hello", "main")).isEqualTo(2);
        assertThat(project.facts("a/Later.class").format()).hasValue(1);
    }
}
