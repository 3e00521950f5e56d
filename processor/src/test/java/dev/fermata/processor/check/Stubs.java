package dev.fermata.processor.check;

import dev.fermata.Async;
import dev.fermata.processor.LastingFolder;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;

/** What the checked sources are compiled against: the runtime, and stubs of those of its types that it does not have yet. */
final class Stubs {
    private static final Map<String, String> SOURCES = sources();

    /**
     * Compiled once. A type of the language that the runtime has needs no stub any more; those of the loop stay, since the
     * checks only know a few of their methods by name.
     */
    static final String CLASS_PATH = classPath();

    private Stubs() {}

    private static Map<String, String> sources() {
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put("dev.fermata.asyncio.TaskGroup", """
                import dev.fermata.*;
                public final class TaskGroup {
                    public static <R> Coroutine<R> run(AsyncFunction<TaskGroup, R> body) { throw new IllegalStateException(); }
                    public <T> Task<T> createTask(Coroutine<T> coroutine) { return null; }
                    public <T> Task<T> createTask(Coroutine<T> coroutine, String name) { return null; }
                    public <T> Task<T> start(AsyncSupplier<T> body) { return null; }
                }
                """);
        sources.put("dev.fermata.asyncio.sync.AsyncLock", """
                import dev.fermata.*;
                public final class AsyncLock {
                    public Coroutine<Void> acquire() { return null; }
                    public void release() { }
                    public Coroutine<AutoCloseable> hold() { return null; }
                    public <T> Coroutine<T> with(AsyncSupplier<T> body) { return null; }
                }
                """);
        sources.put("dev.fermata.asyncio.sync.AsyncSemaphore", """
                import dev.fermata.*;
                public final class AsyncSemaphore {
                    public AsyncSemaphore(int permits) { }
                    public Coroutine<Void> acquire() { return null; }
                    public void release() { }
                    public <T> Coroutine<T> with(AsyncSupplier<T> body) { return null; }
                }
                """);
        sources.put("dev.fermata.asyncio.ContextVar", """
                public final class ContextVar<T> {
                    public static final class Token<T> { }
                    public static <T> ContextVar<T> of(String name) { return null; }
                    public T get() { return null; }
                    public Token<T> set(T value) { return null; }
                    public void reset(Token<T> token) { }
                }
                """);
        sources.put("dev.fermata.asyncio.Runner", """
                import dev.fermata.*;
                public final class Runner implements AutoCloseable {
                    public <T> T run(Coroutine<T> main) { return null; }
                    public <T> T run(AsyncSupplier<T> main) { return null; }
                    public EventLoop loop() { return null; }
                    public void close() { }
                }
                """);
        sources.put("org.springframework.scheduling.annotation.Async", "public @interface Async {}");
        sources.put("dev.fermata.asyncio.Timeout", "public final class Timeout {}");
        sources.put("dev.fermata.asyncio.Asyncio", """
                import dev.fermata.*;
                import java.time.Duration;
                import java.util.*;
                public final class Asyncio {
                    public static <T> Coroutine<T> timeout(Duration d, AsyncFunction<Timeout, T> body) { return null; }
                    public static <T> Coroutine<T> timeout(Duration d, AsyncSupplier<T> body) { return null; }
                    public static <T> Coroutine<Boolean> moveOnAfter(Duration d, AsyncSupplier<T> body) { return null; }
                    public static <T> T run(Coroutine<T> main) { return null; }
                    public static <T> T run(AsyncSupplier<T> body) { return null; }
                    public static EventLoop getRunningLoop() { return null; }
                    public static EventLoop getEventLoop() { return null; }
                    public static Coroutine<Void> sleep(Duration d) { return null; }
                    public static <T> Coroutine<T> sleep(Duration d, T result) { return null; }
                    public static <T> Task<T> createTask(Coroutine<T> coroutine) { return null; }
                    public static <T> Task<T> createTask(Coroutine<T> coroutine, String name) { return null; }
                    @SafeVarargs
                    public static <T> Coroutine<List<T>> gather(Awaitable<? extends T>... all) { return null; }
                    public static <T> Coroutine<List<T>> gather(Collection<? extends Awaitable<? extends T>> all) { return null; }
                    public static <T> Coroutine<T> waitFor(Awaitable<T> awaitable, Duration d) { return null; }
                    public static <T> Awaitable<T> shield(Awaitable<T> awaitable) { return null; }
                    public static <T> Coroutine<T> toThread(java.util.concurrent.Callable<T> call) { return null; }
                    public static <T> java.util.concurrent.CompletableFuture<T> runCoroutineThreadsafe(CoroutineFactory<T> factory, EventLoop loop) { return null; }
                }
                """);
        return sources;
    }

    private static String classPath() {
        Path folder = LastingFolder.create("stubs");
        String runtime = location(Async.class) + File.pathSeparator + location(NullMarked.class);
        List<InMemorySource> missing = SOURCES.entrySet().stream()
                .filter(source -> isMissing(source.getKey()))
                .map(source -> new InMemorySource(
                        source.getKey(), "package " + packageOf(source.getKey()) + ";\n" + source.getValue()))
                .toList();
        if (!missing.isEmpty()) {
            boolean compiled = ToolProvider.getSystemJavaCompiler()
                    .getTask(
                            null,
                            null,
                            null,
                            List.of("-proc:none", "-d", folder.toString(), "-cp", runtime),
                            null,
                            missing)
                    .call();
            if (!compiled) {
                throw new IllegalStateException("the stubs do not compile");
            }
        }
        return folder + File.pathSeparator + runtime;
    }

    private static boolean isMissing(String type) {
        return type.contains(".asyncio.")
                || Stubs.class.getClassLoader().getResource(type.replace('.', '/') + ".class") == null;
    }

    private static String packageOf(String type) {
        return type.substring(0, type.lastIndexOf('.'));
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
