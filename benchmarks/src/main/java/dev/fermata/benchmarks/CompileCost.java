package dev.fermata.benchmarks;

import dev.fermata.Async;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.RunnerException;

/**
 * What the processor adds to javac's time: {@link GeneratedModule} compiled by the javac of this virtual machine, with the
 * processor, with one that does nothing, and without any. Each shot is one compile in a fresh virtual machine, as javac and Maven start one: what
 * is compiled once, is compiled cold. {@link #main} runs them in turn and prints their ratios.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(10)
@State(Scope.Benchmark)
public class CompileCost {
    private final List<Path> module = new ArrayList<>();
    private final List<Path> thousand = new ArrayList<>();
    private Path folder = Path.of("");
    private List<String> without = List.of();
    private List<String> idle = List.of();
    private List<String> with = List.of();

    /** Needed by JMH. */
    public CompileCost() {}

    /** Runs the benchmarks in turn, and prints what came of it. */
    public static void main(String... arguments) throws RunnerException {
        CompileCostReport.print(arguments.length == 0 ? 10 : Integer.parseInt(arguments[0]));
    }

    /** Writes the sources. */
    @Setup
    public void write() throws IOException, URISyntaxException {
        folder = Files.createTempDirectory("compile-cost");
        module.addAll(GeneratedModule.write(folder.resolve("module")));
        thousand.addAll(GeneratedModule.writeThousandAwaits(folder.resolve("thousand")));
        Path jar = jar();
        String runtime = jar.toString();
        // The guard of the runtime, which would object, is left out of this jar.
        without = List.of("-proc:none", "-cp", runtime);
        idle = List.of("-processor", IdleProcessor.class.getName(), "-processorpath", runtime, "-cp", runtime);
        with = List.of("-processorpath", processor(jar).toString(), "-cp", runtime);
    }

    /** The jar of the benchmarks holds the runtime, too. */
    static Path jar() throws URISyntaxException {
        return Path.of(
                Async.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    static Path processor(Path benchmarks) throws IOException {
        Path target = benchmarks.resolveSibling("../../processor/target").normalize();
        try (Stream<Path> jars = Files.list(target)) {
            return jars.filter(it -> it.getFileName().toString().matches("fermata-processor-[^-]+(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no processor jar in " + target + "; run mvn package"));
        }
    }

    /** Deletes all that was written. */
    @TearDown
    public void delete() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** No processor: the yardstick. */
    @Benchmark
    public Path javac() throws IOException {
        return compile(module, without);
    }

    /** A processor that does nothing: what any costs, since javac then enters all classes twice. */
    @Benchmark
    public Path idleProcessor() throws IOException {
        return compile(module, idle);
    }

    /** With Fermata's processor. */
    @Benchmark
    public Path fermata() throws IOException {
        return compile(module, with);
    }

    /** One method with a thousand awaits, by a javac that has nothing compiled before. */
    @Benchmark
    public Path thousandAwaits() throws IOException {
        return compile(thousand, with);
    }

    /** The same source, not rewritten. */
    @Benchmark
    public Path thousandAwaitsByJavac() throws IOException {
        return compile(thousand, without);
    }

    private Path compile(List<Path> sources, List<String> options) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Path out = Files.createDirectories(folder.resolve("classes"));
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("-d", out.toString()));
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            if (!compiler.getTask(null, manager, null, all, null, manager.getJavaFileObjectsFromPaths(sources))
                    .call()) {
                throw new IllegalStateException("the generated module does not compile");
            }
        }
        return out;
    }
}
