package dev.fermata.processor.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Class files as Eclipse's compiler writes them, with all it knows for debuggers. */
final class EclipseCompiler {
    private EclipseCompiler() {}

    /** Compiles a class of the unnamed package in a folder; returns its class file. */
    static byte[] compile(Path folder, String name, String text) throws Exception {
        Path source = folder.resolve(name + ".java");
        Files.writeString(source, text);
        String runtime = Path.of(dev.fermata.Coroutine.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        String[] arguments = {
            "-17", "-g", "-proc:none", "-nowarn", "-cp", runtime, "-d", folder.toString(), source.toString()
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
        return Files.readAllBytes(folder.resolve(name + ".class"));
    }
}
