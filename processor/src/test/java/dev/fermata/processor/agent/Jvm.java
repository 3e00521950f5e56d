package dev.fermata.processor.agent;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.analysis.Analyzer;

/** Virtual machines of their own, with the agent from the classes under test: the finished jar does not exist yet. */
final class Jvm {
    private Jvm() {}

    record Ended(int code, String out, String err) {}

    /** Makes an agent jar that refers to the classes under test. */
    static Path agent(Path folder) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.put(new Attributes.Name("Premain-Class"), Agent.class.getName());
        main.put(
                Attributes.Name.CLASS_PATH,
                Stream.of(Agent.class, ClassReader.class, ClassNode.class, Analyzer.class)
                        .map(it -> location(it).toString())
                        .collect(Collectors.joining(" ")));
        Path jar = folder.resolve("agent.jar");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }

    static Ended java(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                // Together what -Xverify:all was: the classes of the boot loader, too.
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:+BytecodeVerificationLocal"));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("does not end:\n" + text(out) + text(err));
        }
        return new Ended(process.exitValue(), text(out), text(err));
    }

    static String path(Object... entries) {
        return Stream.of(entries).map(String::valueOf).collect(Collectors.joining(File.pathSeparator));
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private static URL location(Class<?> type) {
        try {
            return type.getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()
                    .toURL();
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
