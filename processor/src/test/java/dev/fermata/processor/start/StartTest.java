package dev.fermata.processor.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.asyncio.Asyncio;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a small program loads from its own main class on: it decides how long the program takes to start, and unlike times it is the same each
 * time. Who puts a lambda, a stream, a concatenation by invokedynamic, an annotation or a logger in the path of the start makes these fail;
 * docs/start-up.md says what to write instead.
 */
final class StartTest {
    /** Starts of names of classes that are in no program's start, with what brings them there. */
    private static final List<String> DEAR = List.of(
            "java.lang.invoke.", // lambdas, method handles, VarHandles, concatenation
            "java.lang.StackStreamFactory", // StackWalker
            "java.lang.StackWalker",
            "java.lang.System$Logger",
            "java.lang.annotation.",
            "java.lang.reflect.",
            "java.util.ServiceLoader$LazyClassPathLookupIterator", // opens the JDK's image of modules
            "java.util.ServiceLoader$ProviderSpliterator",
            "java.util.concurrent.atomic.AtomicReference", // makes a VarHandle
            "java.util.logging.",
            "java.util.regex.",
            "java.util.stream.",
            "jdk.internal.jimage.",
            "jdk.internal.logger.",
            "jdk.internal.reflect.",
            "jdk.proxy",
            "sun.reflect.");

    /** Each class costs a third of a millisecond, so think before you raise them. */
    private static final int OURS_THAT_SLEEPS = 42;

    private static final int OURS_WITH_TASKS = 63;

    @TempDir
    Path folder;

    @Test
    void aProgramThatSleeps_loadsNothingDear() throws Exception {
        List<String> loaded = loadedBy(Hello.class, "hello");

        assertThat(loaded).noneMatch(StartTest::isDear);
        assertThat(ours(loaded)).hasSizeLessThanOrEqualTo(OURS_THAT_SLEEPS);
    }

    @Test
    void aProgramWithTasksGatherAndAGroup_loadsNothingDear() throws Exception {
        List<String> loaded = loadedBy(FirstProgram.class, "6");

        assertThat(loaded).noneMatch(StartTest::isDear);
        assertThat(ours(loaded)).hasSizeLessThanOrEqualTo(OURS_WITH_TASKS);
    }

    /** Signals are in jdk.unsupported, which images of the JDK often leave out. */
    @Test
    void aProgramWithoutTheModuleOfSignals_runs() throws Exception {
        List<String> loaded = loadedBy(Hello.class, "hello", "--limit-modules", "java.base");

        assertThat(loaded).doesNotContain("sun.misc.Signal");
    }

    private static boolean isDear(String type) {
        return DEAR.stream().anyMatch(type::startsWith) || type.contains("$$Lambda");
    }

    private static List<String> ours(List<String> loaded) {
        String program = StartTest.class.getPackageName();
        return loaded.stream()
                .filter(it -> it.startsWith("dev.fermata.") && !it.startsWith(program))
                .toList();
    }

    /** The classes from the main class on, in order. */
    private List<String> loadedBy(Class<?> program, String output, String... options)
            throws IOException, InterruptedException {
        Path log = folder.resolve("classes.txt");
        Path out = folder.resolve("out.txt");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(options));
        command.add("-Xlog:class+load:file=" + log + ":none");
        command.add("-cp");
        command.add(Stream.of(program, Asyncio.class)
                .map(StartTest::place)
                .collect(Collectors.joining(File.pathSeparator)));
        command.add(program.getName());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        process.destroyForcibly();
        String text = Files.readString(out, StandardCharsets.UTF_8);
        assertThat(ended).as(text).isTrue();
        assertThat(text.strip()).isEqualTo(output);
        return Files.readAllLines(log, StandardCharsets.UTF_8).stream()
                .filter(line -> line.contains(" source: "))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .dropWhile(type -> !type.equals(program.getName()))
                .toList();
    }

    private static String place(Class<?> type) {
        return Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }
}
