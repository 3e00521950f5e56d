package dev.fermata.processor.command;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;

/** A folder of sources that compilers without our processor compile, and the command line beside it. */
public final class Workshop {
    public static final String RUNTIME = origin("dev.fermata.Async");

    public final Path root;
    public final Path classes;

    public Workshop(Path root) {
        this.root = root;
        this.classes = root.resolve("classes");
    }

    /** What a command said and how it ended. */
    public record Said(int code, String out, String err) {}

    public Workshop source(String path, String text) {
        try {
            Path file = root.resolve("src").resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Compiles all sources with Eclipse's compiler. */
    public Workshop ecj(String... options) {
        List<String> arguments = new ArrayList<>(
                List.of("-17", "-g", "-nowarn", "-proc:none", "-d", classes.toString(), "-cp", RUNTIME));
        arguments.addAll(List.of(options));
        arguments.add(root.resolve("src").toString());
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        if (!BatchCompiler.compile(arguments.toArray(new String[0]), out, out, null)) {
            throw new AssertionError(said.toString());
        }
        return this;
    }

    /** Compiles all sources with javac, without processor and guard. */
    public Workshop javac(String... options) {
        List<String> arguments = new ArrayList<>(
                List.of("-g", "-proc:none", "-Xplugin:FermataGuard off", "-d", classes.toString(), "-cp", RUNTIME));
        arguments.addAll(List.of(options));
        try (Stream<Path> files = Files.walk(root.resolve("src"))) {
            files.filter(Files::isRegularFile).map(Path::toString).sorted().forEach(arguments::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        if (ToolProvider.getSystemJavaCompiler().run(null, said, said, arguments.toArray(new String[0])) != 0) {
            throw new AssertionError(said.toString(StandardCharsets.UTF_8));
        }
        return this;
    }

    /** Runs the command line. */
    public static Said fermata(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(List.of(arguments), new PrintStream(out), new PrintStream(err));
        return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    public Said weave(String... options) {
        return run("weave", options);
    }

    Said verify(String... options) {
        return run("verify", options);
    }

    private Said run(String command, String... options) {
        List<String> arguments = new ArrayList<>(List.of(command, "--classpath", RUNTIME));
        arguments.addAll(List.of(options));
        arguments.add(classes.toString());
        return fermata(arguments.toArray(new String[0]));
    }

    /** Returns all files under the classes, by name; values compare by their bytes. */
    Map<String, List<Byte>> files() {
        Map<String, List<Byte>> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(classes)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                List<Byte> bytes = new ArrayList<>();
                for (byte each : Files.readAllBytes(file)) {
                    bytes.add(each);
                }
                files.put(classes.relativize(file).toString().replace(File.separatorChar, '/'), bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    void delete(String file) throws IOException {
        Files.delete(classes.resolve(file));
    }

    /** Calls a static method that takes nothing. */
    Object call(String type, String method) throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, Workshop.class.getClassLoader())) {
            return loader.loadClass(type).getMethod(method).invoke(null);
        }
    }

    private static String origin(String type) {
        try {
            return Path.of(Class.forName(type)
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
