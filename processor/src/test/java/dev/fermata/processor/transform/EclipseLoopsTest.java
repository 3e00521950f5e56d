package dev.fermata.processor.transform;

import static org.assertj.core.api.Assertions.assertThat;

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
        byte[] compiled = EclipseCompiler.compile(folder, "Loops", SOURCE);

        Outcome outcome =
                Transformer.transform(compiled, new Hierarchy(Map.of("Loops", compiled)), TransformOptions.DEFAULTS);

        assertThat(outcome).isInstanceOf(Outcome.Transformed.class);
        assertThat(Performance.of("Loops", (Outcome.Transformed) outcome)).isEqualTo("35 1");
    }
}
