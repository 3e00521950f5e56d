package dev.fermata.processor.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.processor.command.Workshop;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the agent says and returns, without a virtual machine that swallows it. */
final class LoadTimeTransformerTest {
    private static final String SOURCE = """
            package a;
            import static dev.fermata.Coroutine.*;
            import dev.fermata.*;
            public class Foo {
                static class Inner { @Async static Coroutine<Integer> one() { return result(1); } }
                @Async public static Coroutine<Integer> two() { return result(await(Inner.one())); }
            }
            """;

    @TempDir
    Path root;

    private final List<String> defined = new ArrayList<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Workshop workshop;

    @BeforeEach
    void open() {
        workshop = new Workshop(root).source("a/Foo.java", SOURCE).ecj();
    }

    /** Gives resources, and defines what it is told to. */
    private static final class Loader extends ClassLoader {
        private final Path classes;
        private final boolean givesResources;

        Loader(Path classes, boolean givesResources) {
            super(Loader.class.getClassLoader());
            this.classes = classes;
            this.givesResources = givesResources;
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            try {
                return givesResources && Files.exists(classes.resolve(name))
                        ? Files.newInputStream(classes.resolve(name))
                        : super.getResourceAsStream(name);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        Class<?> define(byte[] bytes) {
            return defineClass(null, bytes, 0, bytes.length);
        }
    }

    private byte[] transform(ClassLoader loader, String name, byte[] bytes, ClassDefiner definer) {
        return new LoadTimeTransformer(AgentOptions.parse(""), definer, new PrintStream(said, true))
                .transform(null, loader, name, null, null, bytes);
    }

    private byte[] transform(ClassLoader loader, String name) throws Exception {
        return transform(
                loader,
                name,
                Files.readAllBytes(workshop.classes.resolve(name + ".class")),
                (to, extra, bytes, domain) -> defined.add(extra));
    }

    @Test
    void nestHost_namesWhatWillBeGeneratedForItsMembers() throws Exception {
        byte[] host = transform(new Loader(workshop.classes, true), "a/Foo");

        assertThat(dev.fermata.processor.classfile.ClassFileFacts.of(host).nestMembers())
                .containsExactlyInAnyOrder("a/Foo$Inner", "a/Foo$two$Coroutine", "a/Foo$Inner$one$Coroutine");
        assertThat(defined).containsExactly("a.Foo$two$Coroutine");
    }

    @Test
    void loaderWithoutResources_memberIsRefused() throws Exception {
        byte[] member = transform(new Loader(workshop.classes, false), "a/Foo$Inner");

        assertThat(said.toString())
                .contains("class a.Foo$Inner was not rewritten; its nest host a.Foo was loaded without knowing of it");
        assertThat(defined).isEmpty();
        assertThrowsIllegalState(new Loader(workshop.classes, false).define(member), "one", "[NotTransformed]");
    }

    @Test
    void definerThatFails_isToldAndTheFunctionsThrow() throws Exception {
        byte[] bytes = Files.readAllBytes(workshop.classes.resolve("a/Foo.class"));
        Loader loader = new Loader(workshop.classes, true);

        byte[] refused = transform(loader, "a/Foo", bytes, (to, name, extra, domain) -> {
            throw new LinkageError("no room");
        });

        assertThat(said.toString()).contains("class a.Foo was not rewritten; internal error: LinkageError: no room");
        assertThrowsIllegalState(loader.define(refused), "two", "no room");
    }

    @Test
    void bytesThatAreNoClassFile_areNotLoadedAtAll() throws Exception {
        byte[] bytes = Files.readAllBytes(workshop.classes.resolve("a/Foo.class"));
        bytes[7] = 99;
        Loader loader = new Loader(workshop.classes, true);

        byte[] refused = transform(loader, "a/Foo", bytes, (to, name, extra, domain) -> {});

        assertThat(said.toString()).contains("has class file version 99, newer than Fermata knows");
        assertThatThrownBy(() -> loader.define(refused)).isInstanceOf(ClassFormatError.class);
    }

    @Test
    void otherFormat_isRefused() throws Exception {
        workshop.source(
                        "a/Old.java",
                        "package a; @dev.fermata.machine.Transformed(format = 7) class Old {"
                                + " static dev.fermata.Coroutine<Integer> f() { return null; } }")
                .ecj();
        Loader loader = new Loader(workshop.classes, true);

        byte[] refused = transform(loader, "a/Old");

        assertThrowsIllegalState(loader.define(refused), "f", "for format 7 of the runtime");
    }

    @Test
    void plainClasses_andThoseOfTheJdk_areLeftAlone() throws Exception {
        workshop.source("a/Plain.java", "package a; class Plain { Runnable r = () -> {}; }")
                .ecj();
        Map<String, ClassLoader> cases = new java.util.HashMap<>();
        cases.put("a/Foo", null);
        cases.put("a/Plain", new Loader(workshop.classes, true));
        cases.put("a/Foo$two", ClassLoader.getPlatformClassLoader());

        for (Map.Entry<String, ClassLoader> each : cases.entrySet()) {
            byte[] bytes =
                    Files.readAllBytes(workshop.classes.resolve(each.getKey().replace("$two", "") + ".class"));
            assertThat(transform(each.getValue(), each.getKey(), bytes, (to, name, extra, domain) -> {}))
                    .as(each.getKey())
                    .isNull();
        }
        assertThat(said.toString()).isEmpty();
    }

    private static void assertThrowsIllegalState(Class<?> type, String method, String message) {
        assertThatThrownBy(() -> {
                    var function = type.getDeclaredMethod(method);
                    function.setAccessible(true);
                    function.invoke(null);
                })
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(message);
    }
}
