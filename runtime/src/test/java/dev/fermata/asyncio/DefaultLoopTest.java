package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.asyncio.testing.ManualClock;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
}
