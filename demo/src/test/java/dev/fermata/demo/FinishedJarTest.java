package dev.fermata.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fermata.Async;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The finished processor jar as a program and as an agent, over classes that were compiled without it. */
final class FinishedJarTest {
    private static final String HELLO = """
            import static dev.fermata.Coroutine.*;
            import dev.fermata.*;
            import dev.fermata.asyncio.*;
            public class Hello {
                static class Inner {
                    @Async static Coroutine<String> name() { await(Asyncio.sleep(java.time.Duration.ZERO)); return result("jar"); }
                }
                @Async static Coroutine<String> hello() { return result("hello, " + await(Inner.name())); }
                public static void main(String[] args) { System.out.println(Asyncio.run(hello())); }
            }
            """;

    private static final Path JAR =
            Path.of(System.getProperty("fermata.processor.jar", "")).normalize();

    @TempDir
    Path folder;

    private String runtime = "";
    private Path classes = Path.of("");

    private record Ended(int code, String said) {}

    @BeforeEach
    void compile() throws Exception {
        assumeTrue(Files.isRegularFile(JAR), () -> JAR + " is not built; run mvn verify");
        runtime = Path.of(Async.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
        classes = folder.resolve("classes");
        Path source = Files.writeString(folder.resolve("Hello.java"), HELLO);
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-Xplugin:FermataGuard off",
                        "-cp",
                        runtime,
                        "-d",
                        classes.toString(),
                        source.toString());
        assertThat(code).isZero();
    }

    private Ended java(String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Together what -Xverify:all was.
        command.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:+BytecodeVerificationLocal"));
        command.addAll(List.of(arguments));
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        int code = process.waitFor();
        return new Ended(code, Files.readString(said).replace(System.lineSeparator(), "\n"));
    }

    private Ended fermata(String command) throws Exception {
        return java("-jar", JAR.toString(), command, "--classpath", runtime, classes.toString());
    }

    private Ended hello(String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("-cp", runtime + File.pathSeparator + classes, "Hello"));
        return java(arguments.toArray(new String[0]));
    }

    @Test
    void commandLine_verifiesWeavesAndVerifies() throws Exception {
        Ended before = fermata("verify");
        assertThat(before.code()).isEqualTo(1);
        assertThat(before.said()).contains("Hello.hello:8: error: [NotTransformed] await() in 'hello' of Hello");

        assertThat(fermata("weave")).isEqualTo(new Ended(0, "rewrote 2 classes, generated 2, deleted 0 stale\n"));
        assertThat(fermata("verify")).isEqualTo(new Ended(0, "verified 4 classes\n"));
        assertThat(hello()).isEqualTo(new Ended(0, "hello, jar\n"));
    }

    @Test
    void agent_rewritesWhatIsLoaded() throws Exception {
        assertThat(hello().said()).contains("was not rewritten, so it cannot suspend");
        assertThat(hello("-javaagent:" + JAR)).isEqualTo(new Ended(0, "hello, jar\n"));
    }
}
