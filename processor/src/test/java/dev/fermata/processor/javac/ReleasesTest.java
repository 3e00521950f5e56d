package dev.fermata.processor.javac;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code --release} asks for, with the real transform. */
final class ReleasesTest {
    private static final String HELLO = """
            package a;
            import static dev.fermata.Coroutine.*;
            import dev.fermata.*;
            public class Hello {
                @Async static Coroutine<String> half(String s) { return result(s + await(result(1))); }
                @Yields static Generator<Integer> numbers() { Generator.yield(1); return Generator.end(); }
                public static Object main() {
                    AsyncSupplier<String> lambda = () -> result(await(half("a")) + await(half("b")));
                    return dev.fermata.asyncio.Asyncio.run(lambda);
                }
            }
            """;

    @TempDir
    Path root;

    static IntStream releases() {
        return IntStream.of(11, 17, 21, 25)
                .filter(release -> release <= Runtime.version().feature());
    }

    @ParameterizedTest
    @MethodSource("releases")
    void release_fromElevenOn_works(int release) throws Exception {
        Project project = new Project(root).source("a/Hello.java", HELLO);

        Project.Compiled compiled = project.javac(
                "--release", String.valueOf(release), "-processorpath", Project.PROCESSOR, "-Xlint:all", "-Werror");

        assertThat(compiled.text()).isEmpty();
        assertThat(project.run("a.Hello", "main")).isEqualTo("a1b1");
        // Generated classes are for the same virtual machines as their host.
        Project.files(project.classes())
                .forEach((name, bytes) ->
                        assertThat(bytes[6] << 8 | bytes[7]).as(name).isEqualTo(44 + release));
    }

    @Test
    void release_eight_isAnErrorThatSaysWhatToDo() {
        Project project = new Project(root).source("a/Hello.java", HELLO);

        Project.Compiled compiled = project.javac("--release", "8", "-processorpath", Project.PROCESSOR);

        assertThat(compiled.errors())
                .first()
                .asString()
                .startsWith("[NotTransformed] 'half' of a.Hello was not rewritten; "
                        + "it is in a class file older than Java 11; compile with --release 17");
        assertThat(Project.files(project.classes())).isEmpty();
    }
}
