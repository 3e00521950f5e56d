package dev.fermata.processor.debug;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A program of one class that is compiled by the processor and debugged; its lines are named by the comments they end in. */
record Program(String name, List<String> lines, String classPath) {
    static Program compile(Path folder, String name, String source, String... options) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        String classPath = classPathOfThisTest();
        List<String> all = new ArrayList<>(List.of("-g", "-d", folder.toString(), "-cp", classPath));
        all.addAll(List.of("-processorpath", classPath));
        all.addAll(List.of(options));
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            Path file = Files.writeString(folder.resolve(name + ".java"), source);
            boolean compiled = compiler.getTask(
                            said, manager, null, all, null, manager.getJavaFileObjectsFromPaths(List.of(file)))
                    .call();
            if (!compiled) {
                throw new AssertionError(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Program(name, source.lines().toList(), folder + File.pathSeparator + classPath);
    }

    private static String classPathOfThisTest() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> new File(entry).exists())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The number of the line that ends in this comment. */
    int line(String comment) {
        for (int index = 0; index < lines.size(); index++) {
            if (lines.get(index).endsWith("// " + comment)) {
                return index + 1;
            }
        }
        throw new AssertionError("no line " + comment);
    }

    /** The comment of a line, or its number. */
    String comment(int number) {
        String line = number < 1 ? "" : lines.get(number - 1);
        int comment = line.indexOf("// ");
        return comment < 0 ? "line " + number : line.substring(comment + 3);
    }
}
