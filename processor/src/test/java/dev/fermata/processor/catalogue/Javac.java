package dev.fermata.processor.catalogue;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * One compiler of the catalogue: every lint is on, and a warning is an error. The exception is what javac has to say of
 * annotations that no processor claims, once there is a processor: {@code @Shape} is for nobody.
 */
record Javac(Side side, Path output) {
    /** Compiles; gives what the compiler had to say, which is nothing if all went well. */
    String compile(List<Path> files) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            Files.createDirectories(output);
            boolean compiled = compiler.getTask(
                            said, manager, null, options(), null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
            return compiled && said.toString().isEmpty() ? "" : "javac: " + said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> options() {
        List<String> options = new ArrayList<>(
                List.of("-Xlint:all,-processing", "-Werror", "-g", "-parameters", "-d", output.toString()));
        List<String> own = new ArrayList<>(side.options());
        int classPath = own.indexOf("-classpath");
        if (classPath < 0) {
            own.addAll(List.of("-classpath", output.toString()));
        } else {
            own.set(classPath + 1, output + File.pathSeparator + own.get(classPath + 1));
        }
        options.addAll(own);
        return options;
    }
}
