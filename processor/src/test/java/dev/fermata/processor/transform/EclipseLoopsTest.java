package dev.fermata.processor.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eclipse's compiler writes loops and tries in another shape than javac; its class files come to us without a processor. */
final class EclipseLoopsTest {
    private static final String SOURCE = """
            import static dev.fermata.Coroutine.*;
            import dev.fermata.*;
            public class Loops {
                static int left = 3;
                static int closed;
                @Async public static Coroutine<String> f(Awaitable<Integer> one) {
                    AsyncIterable<Integer> source = () -> () -> {
                        if (left-- == 0) { throw StopAsyncIteration.INSTANCE; }
                        return one;
                    };
                    AsyncCloseable resource = () -> close(one);
                    int sum = 0;
                    try (AsyncCloseable r = resource; AsyncCloseable none = null) {
                        for (int n : source) { sum += n; }
                        for (int n : java.util.List.of(10, 20)) { sum += n + await(one); }
                    }
                    return result(sum + " " + closed);
                }
                @Async static Coroutine<Void> close(Awaitable<Integer> one) { closed += await(one); return done(); }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void loopsAndTries_suspend() throws Exception {
        Path source = folder.resolve("Loops.java");
        Files.writeString(source, SOURCE);
        String runtime = Path.of(dev.fermata.Coroutine.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        String[] arguments = {"-17", "-proc:none", "-nowarn", "-cp", runtime, "-d", folder.toString(), source.toString()
        };
        Class.forName("org.eclipse.jdt.core.compiler.batch.BatchCompiler")
                .getMethod(
                        "compile",
                        String[].class,
                        PrintWriter.class,
                        PrintWriter.class,
                        Class.forName("org.eclipse.jdt.core.compiler.CompilationProgress"))
                .invoke(null, arguments, out, out, null);
        assertThat(said.toString()).isEmpty();
        byte[] compiled = Files.readAllBytes(folder.resolve("Loops.class"));

        Outcome outcome =
                Transformer.transform(compiled, new Hierarchy(Map.of("Loops", compiled)), TransformOptions.DEFAULTS);

        assertThat(outcome).isInstanceOf(Outcome.Transformed.class);
        assertThat(Performance.of("Loops", (Outcome.Transformed) outcome)).isEqualTo("35 1");
    }
}
