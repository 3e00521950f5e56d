package dev.fermata.processor.javac;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eclipse's compiler, which cannot be served. */
final class EclipseTest {
    private static final String FOO =
            "package a; import dev.fermata.*; class Foo { @Async Coroutine<Integer> one() { return Coroutine.result(1); } }";

    @TempDir
    Path root;

    private List<String> arguments(String text, String... options) throws IOException {
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
        return arguments;
    }

    private static Class<?> batchCompiler() {
        try {
            return Class.forName("org.eclipse.jdt.core.compiler.batch.BatchCompiler");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("add org.eclipse.jdt:ecj:3.40.0 with scope test to processor/pom.xml", e);
        }
    }

    /** Returns all that the compiler said. */
    private String ecj(String text, String... options) throws Exception {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        // By reflection, so that these tests are the only ones that cannot do without it.
        Class<?> compiler = batchCompiler();
        compiler.getMethod(
                        "compile",
                        String[].class,
                        PrintWriter.class,
                        PrintWriter.class,
                        Class.forName("org.eclipse.jdt.core.compiler.CompilationProgress"))
                .invoke(null, arguments(text, options).toArray(new String[0]), out, out, null);
        return said.toString();
    }

    @Test
    void async_isOneError() throws Exception {
        assertThat(ecj(FOO + " class Zoo { @Async Coroutine<Integer> two() { return Coroutine.result(1); } }"))
                .containsOnlyOnce("[UnsupportedCompiler]")
                .contains("ERROR in ", "'one' of a.Foo was not rewritten; Eclipse's compiler")
                .contains("Compile with javac");
    }

    private static final String LAMBDA =
            "package a; import dev.fermata.*; class Foo { AsyncSupplier<Integer> s = () -> Coroutine.result(Coroutine.await(Coroutine.result(1))); }";

    @Test
    void asyncLambdaOnly_isOneError() throws Exception {
        assertThat(ecj(LAMBDA))
                .containsOnlyOnce("[UnsupportedCompiler]")
                .contains("ERROR in ", "Coroutine.await() in a.Foo was not rewritten; Eclipse's compiler")
                .contains("Compile with javac");
    }

    @Test
    void asyncLambdaOnly_warn_isAWarning() throws Exception {
        assertThat(ecj(LAMBDA, "-Afermata.transform=warn"))
                .contains("WARNING in ", "[UnsupportedCompiler]")
                .doesNotContain("ERROR");
    }

    @Test
    void asyncLambdaOnly_off_isSilent() throws Exception {
        assertThat(ecj(LAMBDA, "-Afermata.transform=off")).isEmpty();
    }

    @Test
    void asyncMethodAndLambda_isOneError() throws Exception {
        assertThat(ecj(LAMBDA.replace("; }", "; @Async Coroutine<Integer> one() { return Coroutine.result(1); } }")))
                .containsOnlyOnce("[UnsupportedCompiler]")
                .contains("'one' of a.Foo was not rewritten");
    }

    @Test
    void plainUseOfTheRuntime_isSilent() throws Exception {
        assertThat(
                        ecj(
                                "package a; import dev.fermata.*; class Foo { Object o = Coroutine.result(\"Coroutine.await(\"); /* Coroutine.await() */ }"))
                .isEmpty();
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

    @Test
    void async_virtualMachineWithoutJavac_isTheSameError() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--limit-modules",
                "java.compiler,java.xml",
                "-cp",
                Path.of(batchCompiler()
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI())
                        .toString(),
                "org.eclipse.jdt.internal.compiler.batch.Main"));
        command.addAll(arguments(FOO));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said).containsOnlyOnce("[UnsupportedCompiler] 'one' of a.Foo was not rewritten; Eclipse's compiler");
    }
}
