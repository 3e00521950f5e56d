package dev.fermata.benchmarks;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.testing.ManualClock;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Methods of many awaits: what it costs to compile one, and to pass it. However many awaits a method has, a compile has a
 * thousand of them in all, so that what any compile costs weighs the same at each size.
 */
final class GrowthAwaits implements GrowthWorkload {
    private static final int TOGETHER = 1_000;

    private final Map<Integer, Function<Boolean, Coroutine<Long>>> functions = new TreeMap<>();
    private final Path folder;
    private final List<String> without;
    private final List<String> with;

    GrowthAwaits() throws Exception {
        folder = Files.createTempDirectory("growth");
        folder.toFile().deleteOnExit();
        Path jar = CompileCost.jar();
        without = List.of("-proc:none", "-cp", jar.toString());
        with = List.of("-processorpath", CompileCost.processor(jar).toString(), "-cp", jar.toString());
    }

    @Override
    public int[] sizes() {
        return new int[] {10, 100, 1_000};
    }

    /** A compile takes long enough. */
    @Override
    public int rounds(int size) {
        return 1;
    }

    @Override
    public void run(int size, GrowthMeter meter) throws Exception {
        Path source = GeneratedModule.writeAwaits(folder.resolve("source" + size), size, TOGETHER / size);
        meter.start();
        compile(source, "javac" + size, without);
        meter.stop("compile of an await: javac alone", TOGETHER);
        meter.start();
        Path classes = compile(source, "fermata" + size, with);
        meter.stop("compile of an await: with Fermata", TOGETHER);
        Function<Boolean, Coroutine<Long>> function = functions.get(size);
        if (function == null) {
            function = load(classes);
            functions.put(size, function);
            for (int round = 0; round < 20; round++) { // as much as others have, for the JIT
                pass(size, function, meter);
            }
            meter.forget();
        }
        pass(size, function, meter);
    }

    private static void pass(int size, Function<Boolean, Coroutine<Long>> function, GrowthMeter meter) {
        int times = ENOUGH / size;
        try (EventLoop loop = new ManualClock().newLoop()) {
            for (boolean suspends : new boolean[] {false, true}) {
                meter.start();
                long sum = loop.runUntilComplete(repeated(times, function, suspends));
                meter.stop("awaits in a method: " + (suspends ? "suspending" : "passing"), ENOUGH);
                Work.check(times * (Work.sumBelow(size) + size), sum);
            }
        }
    }

    @Async
    private static Coroutine<Long> repeated(int times, Function<Boolean, Coroutine<Long>> function, boolean suspends) {
        long sum = 0;
        for (int i = 0; i < times; i++) {
            sum += await(function.apply(suspends));
        }
        return result(sum);
    }

    /** The loader stays open, since the class loads others when it runs. */
    @SuppressWarnings("unchecked")
    private static Function<Boolean, Coroutine<Long>> load(Path classes) throws Exception {
        URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, GrowthAwaits.class.getClassLoader());
        return (Function<Boolean, Coroutine<Long>>)
                loader.loadClass("Awaits").getConstructor().newInstance();
    }

    private Path compile(Path source, String name, List<String> options) throws IOException {
        Path out = Files.createDirectories(folder.resolve(name));
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("-d", out.toString()));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            if (!compiler.getTask(null, manager, null, all, null, manager.getJavaFileObjects(source))
                    .call()) {
                throw new IllegalStateException("the generated class does not compile");
            }
        }
        return out;
    }
}
