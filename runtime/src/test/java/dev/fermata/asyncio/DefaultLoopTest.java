package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.asyncio.testing.ManualClock;
import java.io.File;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who makes the loops of a program. */
final class DefaultLoopTest {
    /** A provider as a program has it. */
    public static final class Provider implements LoopProvider {
        static final class Clock implements Idle {
            @Override
            public long nanoTime() {
                return 42;
            }

            @Override
            public void park(long nanos) {}

            @Override
            public void wake() {}
        }

        @Override
        public EventLoop create() {
            return EventLoop.create(new Clock());
        }
    }

    @Test
    void withoutAProvider_itIsTheBuiltInOne() {
        try (EventLoop loop = DefaultLoop.create(List.of())) {
            assertThat(loop.time()).isLessThanOrEqualTo(System.nanoTime());
        }
    }

    @Test
    void aProvider_makesIt() {
        ManualClock clock = new ManualClock(7);
        try (EventLoop loop = DefaultLoop.create(List.of(clock::newLoop))) {
            assertThat(loop.time()).isEqualTo(7);
        }
    }

    @Test
    void severalProviders_areAnErrorThatNamesThem() {
        assertThatThrownBy(() -> DefaultLoop.create(List.of(new Provider(), new Provider())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("several loop providers: " + Provider.class.getName() + ", " + Provider.class.getName()
                        + "; which one is found first is chance, so keep one of them on the path");
    }

    @Test
    void aProviderThatMakesNothing_isAnError() {
        LoopProvider nothing = () -> null;
        assertThatThrownBy(() -> DefaultLoop.create(List.of(nothing)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(" has made null; make the loop with EventLoop.create(Idle)");
    }

    /** In a class loader of its own, as providers are looked for once. */
    @Test
    void itIsFound_throughMetaInfServices(@TempDir Path folder) throws Exception {
        Path service = folder.resolve("META-INF/services/" + LoopProvider.class.getName());
        Files.createDirectories(service.getParent());
        Files.writeString(service, Provider.class.getName());
        URL main = EventLoop.class.getProtectionDomain().getCodeSource().getLocation();
        URL test = Provider.class.getProtectionDomain().getCodeSource().getLocation();
        URL[] path = {folder.toUri().toURL(), main, test};
        try (URLClassLoader loader = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
            Class<?> asyncio = loader.loadClass(Asyncio.class.getName());
            Object loop = asyncio.getMethod("newEventLoop").invoke(null);
            Method time = loader.loadClass(EventLoop.class.getName()).getMethod("time");

            assertThat(time.invoke(loop)).isEqualTo(42L);
        }
    }

    /** In a JVM of its own, whose loader of the class path is asked alone, and not by way of its parents. */
    @Test
    void itIsFound_onTheClassPathOfAProgram(@TempDir Path folder) throws Exception {
        Path service = folder.resolve("META-INF/services/" + LoopProvider.class.getName());
        Files.createDirectories(service.getParent());
        Files.writeString(service, Provider.class.getName());

        assertThat(output(folder, "-cp", path(folder, place(EventLoop.class), place(Provider.class))))
                .isEqualTo("42");
    }

    @Test
    void itIsFound_inAnAutomaticModuleBesideTheClassPath(@TempDir Path folder) throws Exception {
        Path source = folder.resolve("Provider.java");
        Files.writeString(
                source,
                "package other; public class Provider implements dev.fermata.asyncio.LoopProvider {"
                        + " public dev.fermata.asyncio.EventLoop create() {"
                        + " return new dev.fermata.asyncio.testing.ManualClock(43).newLoop(); } }");
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-d",
                        folder.toString(),
                        "-cp",
                        place(EventLoop.class),
                        source.toString());
        assertThat(failed).isZero();
        Path jar = folder.resolve("provider.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("META-INF/services/" + LoopProvider.class.getName()));
            out.write("other.Provider".getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new JarEntry("other/Provider.class"));
            out.write(Files.readAllBytes(folder.resolve("other/Provider.class")));
        }

        assertThat(output(
                        folder,
                        "-p",
                        jar.toString(),
                        "--add-modules",
                        "provider",
                        "-cp",
                        path(place(EventLoop.class), place(Provider.class))))
                .isEqualTo("43");
    }

    /** A program that says what time it is on a new loop. */
    static final class Program {
        private Program() {}

        public static void main(String[] args) {
            System.out.println(EventLoop.create().time());
        }
    }

    private static String output(Path folder, String... options) throws Exception {
        Path out = folder.resolve("out.txt");
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        java.command().addAll(List.of(options));
        java.command().add(Program.class.getName());
        Process process =
                java.redirectErrorStream(true).redirectOutput(out.toFile()).start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended).isTrue();
        return Files.readString(out, StandardCharsets.UTF_8).strip();
    }

    private static String path(Object... places) {
        return Stream.of(places).map(String::valueOf).collect(Collectors.joining(File.pathSeparator));
    }

    private static String place(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }
}
