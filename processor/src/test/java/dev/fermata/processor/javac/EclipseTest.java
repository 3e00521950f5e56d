package dev.fermata.processor.javac;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eclipse's compiler, which cannot be served. */
final class EclipseTest {
    private static final String FOO =
            "package a; import dev.fermata.*; class Foo { @Async Coroutine<Integer> one() { return Coroutine.result(1); } }";

    @TempDir
    Path root;

    /** Returns all that the compiler said. */
    private String ecj(String text, String... options) throws Exception {
        Path source = Files.createDirectories(root.resolve("src/a")).resolve("Foo.java");
        Files.writeString(source, text);
        List<String> arguments = new ArrayList<>(List.of(
                "-17",
                "-d",
                root.resolve("classes").toString(),
                "-cp",
                Project.RUNTIME,
                "-processorpath",
                Project.PROCESSOR));
        arguments.addAll(List.of(options));
        arguments.add(source.toString());
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        BatchCompiler.compile(arguments.toArray(new String[0]), out, out, null);
        return said.toString();
    }

    @Test
    void async_isOneError() throws Exception {
        assertThat(ecj(FOO + " class Bar { @Async Coroutine<Integer> two() { return Coroutine.result(1); } }"))
                .containsOnlyOnce("[UnsupportedCompiler]")
                .contains("ERROR in ", "'one' of a.Foo was not rewritten; Eclipse's compiler")
                .contains("Compile with javac");
    }

    @Test
    void async_warn_isAWarning() throws Exception {
        assertThat(ecj(FOO, "-Afermata.transform=warn"))
                .contains("WARNING in ", "[UnsupportedCompiler]")
                .doesNotContain("ERROR");
    }

    @Test
    void async_off_isSilent() throws Exception {
        assertThat(ecj(FOO, "-Afermata.transform=off")).isEmpty();
    }

    @Test
    void nothingAsync_isSilent() throws Exception {
        assertThat(ecj("package a; @Deprecated class Foo {}")).isEmpty();
    }
}
