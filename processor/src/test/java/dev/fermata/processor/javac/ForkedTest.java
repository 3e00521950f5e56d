package dev.fermata.processor.javac;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** javac and the program as processes of their own, as a shell starts them. */
final class ForkedTest {
    private static final String HELLO = """
            package a;
            import static dev.fermata.Coroutine.*;
            import dev.fermata.*;
            public class Hello {
                @Async static Coroutine<Integer> two() { return result(2 * await(result(1))); }
                public static void main(String[] args) {
                    System.out.print(dev.fermata.asyncio.Asyncio.run(two()) + " in " + Hello.class.getModule());
                }
            }
            """;

    @TempDir
    Path root;

    private static String run(String program, List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", program).toString()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + ": " + said;
    }

    private Project project(String prefix) {
        return new Project(root).source(prefix + "a/Hello.java", HELLO);
    }

    private String file(String path) {
        return root.resolve("src").resolve(path).toString();
    }

    private String classes() {
        return root.resolve("classes").toString();
    }

    @Test
    void classPath_works() throws Exception {
        project("");

        assertThat(run(
                        "javac",
                        List.of(
                                "-Xlint:all",
                                "-Werror",
                                "-cp",
                                Project.RUNTIME,
                                "-processorpath",
                                Project.PROCESSOR,
                                "-d",
                                classes(),
                                file("a/Hello.java"))))
                .isEqualTo("0: ");
        assertThat(run("java", List.of("-cp", Project.path(Project.RUNTIME, classes()), "a.Hello")))
                .startsWith("0: 2 in unnamed module");
    }

    @Test
    void modulePath_worksAsAModule() throws Exception {
        project("").source("module-info.java", "module app { requires dev.fermata; }");

        assertThat(run(
                        "javac",
                        List.of(
                                "-Xlint:all",
                                "-Werror",
                                "-p",
                                Project.RUNTIME,
                                "-processorpath",
                                Project.PROCESSOR,
                                "-d",
                                classes(),
                                file("a/Hello.java"),
                                file("module-info.java"))))
                .isEqualTo("0: ");
        assertThat(run("java", List.of("-p", Project.RUNTIME + File.pathSeparator + classes(), "-m", "app/a.Hello")))
                .isEqualTo("0: 2 in module app");
    }

    @Test
    void moduleSourcePath_worksAsModules() throws Exception {
        project("app/").source("app/module-info.java", "module app { requires dev.fermata; requires lib; }");
        Project project = new Project(root)
                .source("app/a/Hello.java", HELLO.replace("await(result(1))", "await(lib.Lib.one())"))
                .source("lib/module-info.java", "module lib { requires transitive dev.fermata; exports lib; }")
                .source(
                        "lib/lib/Lib.java",
                        "package lib; import dev.fermata.*; public interface Lib { @Async static Coroutine<Integer> one() { return Coroutine.result(Coroutine.await(Coroutine.result(1))); } }");
        assertThat(project.sourceFolder()).exists();

        assertThat(run(
                        "javac",
                        List.of(
                                "-Xlint:all,-module",
                                "-Werror",
                                "-p",
                                Project.RUNTIME,
                                "-processorpath",
                                Project.PROCESSOR,
                                "-d",
                                classes(),
                                "--module-source-path",
                                root.resolve("src").toString(),
                                "-m",
                                "app,lib")))
                .isEqualTo("0: ");
        assertThat(run("java", List.of("-p", Project.RUNTIME + File.pathSeparator + classes(), "-m", "app/a.Hello")))
                .isEqualTo("0: 2 in module app");
    }

    @Test
    void error_endsWithOneAndPointsAtTheAwait() throws Exception {
        project("").source("a/Hello.java", HELLO.replace("@Async ", ""));

        assertThat(run(
                        "javac",
                        List.of(
                                "-cp",
                                Project.RUNTIME,
                                "-processorpath",
                                Project.PROCESSOR,
                                "-d",
                                classes(),
                                file("a/Hello.java"))))
                .startsWith("1: " + file("a/Hello.java") + ":5: error: [AwaitOutsideAsync] await() in 'two'")
                .endsWith("1 error\n");
    }
}
