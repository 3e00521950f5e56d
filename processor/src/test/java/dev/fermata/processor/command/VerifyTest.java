package dev.fermata.processor.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code verify}. */
final class VerifyTest {
    private static final String SOURCE = """
            package a;
            import static dev.fermata.Coroutine.*;
            import dev.fermata.*;
            public class Foo {
                @Async Coroutine<Integer> one() { return result(1); }
                @Async Coroutine<Integer> two() {
                    return result(await(one())
                        + await(one()));
                }
                AsyncSupplier<Integer> lambda() {
                    return () -> result(await(one()));
                }
                @Yields Generator<Integer> numbers() { Generator.yield(1); return Generator.end(); }
                Object plain(Coroutine<Integer> c) { return suspend(c); }
            }
            """;

    private static final String WOVEN = """
            package a;
            import static dev.fermata.Coroutine.*;
            import dev.fermata.*;
            public class Foo {
                @Async Coroutine<Integer> one() { return result(1); }
                static class Inner { @Async Coroutine<Integer> two() { return result(await(new Foo().one())); } }
            }
            """;

    @TempDir
    Path root;

    private Workshop workshop;

    @BeforeEach
    void open() {
        workshop = new Workshop(root);
    }

    @Test
    void unwoven_everyFunctionAndEveryCallIsFoundAtItsLine() {
        workshop.source("a/Foo.java", SOURCE).ecj();

        Workshop.Said said = workshop.verify();

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()
                        .lines()
                        .filter(it -> it.contains("error: "))
                        .map(it -> it.replaceAll(" error: .*; it", "")))
                .containsExactlyInAnyOrder(
                        "a.Foo.one:5: would run at the call",
                        "a.Foo.two:7: would run at the call",
                        "a.Foo.lambda$0:11: would run at the call",
                        "a.Foo.numbers:13: would run at the call",
                        "a.Foo.two:7: would throw when it is reached",
                        "a.Foo.two:8: would throw when it is reached",
                        "a.Foo.lambda$0:11: would throw when it is reached",
                        "a.Foo.numbers:13: would throw when it is reached",
                        "a.Foo.plain:14: would throw when it is reached");
        assertThat(said.err()).endsWith("9 errors" + System.lineSeparator());
    }

    @Test
    void woven_isFine() {
        workshop.source("a/Foo.java", WOVEN).ecj().weave();

        assertThat(workshop.verify())
                .isEqualTo(new Workshop.Said(0, "verified 4 classes" + System.lineSeparator(), ""));
    }

    @Test
    void generatedClassMissing_isFound() throws Exception {
        workshop.source("a/Foo.java", WOVEN).ecj().weave();
        workshop.delete("a/Foo$Inner$two$Coroutine.class");

        assertThat(onlyFinding())
                .startsWith("a.Foo$Inner: error: ")
                .contains("its generated class a.Foo$Inner$two$Coroutine does not lie beside it");
    }

    @Test
    void hostMissing_isFound() throws Exception {
        workshop.source("a/Foo.java", WOVEN).ecj().weave();
        workshop.delete("a/Foo$Inner.class");

        assertThat(onlyFinding())
                .startsWith("a.Foo$Inner$two$Coroutine: error: ")
                .contains("is left over; its host a.Foo$Inner does not lie beside it");
    }

    @Test
    void hostCompiledAgain_isFoundWithAllThatIsLeftOver() {
        workshop.source("a/Foo.java", WOVEN).ecj().weave();
        workshop.source("a/Foo.java", WOVEN.replace("@Async Coroutine<Integer> one", "Coroutine<Integer> one"))
                .ecj();

        assertThat(workshop.verify().err())
                .contains(
                        "generated class a.Foo$one$Coroutine is left over; its host a.Foo is no longer rewritten",
                        "generated class a.Foo$Inner$two$Coroutine is left over; its host a.Foo$Inner is no longer rewritten",
                        "a.Foo$Inner.two:6: error: ");
    }

    @Test
    void nestHostThatDoesNotNameAGeneratedClass_isFound() throws Exception {
        workshop.source("a/Foo.java", WOVEN.replace("@Async Coroutine<Integer> one", "Coroutine<Integer> one"))
                .ecj();
        byte[] fresh = Files.readAllBytes(workshop.classes.resolve("a/Foo.class"));
        workshop.weave();
        Files.write(workshop.classes.resolve("a/Foo.class"), fresh);

        assertThat(onlyFinding())
                .contains("class a.Foo$Inner cannot be called by its generated class a.Foo$Inner$two$Coroutine");
    }

    @Test
    void otherFormat_isFound() {
        workshop.source("a/Old.java", "package a; @dev.fermata.machine.Transformed(format = 7) class Old {}")
                .ecj();

        assertThat(onlyFinding()).contains("for format 7 of the runtime; this processor writes format 1");
    }

    @Test
    void unreadableFile_isFound() throws Exception {
        workshop.source("a/Foo.java", WOVEN).ecj().weave();
        Files.writeString(workshop.classes.resolve("a/Noise.class"), "noise");

        assertThat(onlyFinding()).contains("Noise.class is no class file that can be understood");
    }

    @Test
    void missingSuperclassThatDecides_isFound() throws Exception {
        workshop.source(
                        "b/Base.java",
                        "package b; import dev.fermata.*;"
                                + " public abstract class Base { @Async public abstract Coroutine<Integer> get(); }")
                .source(
                        "a/Foo.java",
                        "package a; import dev.fermata.*; class Foo { b.Base x = new b.Base() {"
                                + " public Coroutine<Integer> get() { return Coroutine.result(1); } }; }")
                .ecj();
        workshop.delete("b/Base.class");

        assertThat(onlyFinding()).contains("b.Base is missing, which tells whether 'get' overrides an @Async method");
    }

    @Test
    void jar_isLookedThrough_withItsOtherRoots() throws Exception {
        workshop.source("a/Foo.java", WOVEN).ecj().weave();
        Path jar = root.resolve("app.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            for (Map.Entry<String, java.util.List<Byte>> each : workshop.files().entrySet()) {
                for (String prefix : new String[] {"", "BOOT-INF/classes/"}) {
                    if (!(prefix.isEmpty() && each.getKey().contains("Inner$two$"))) {
                        out.putNextEntry(new ZipEntry(prefix + each.getKey()));
                        for (byte b : each.getValue()) {
                            out.write(b);
                        }
                    }
                }
            }
        }

        Workshop.Said said = Workshop.fermata("verify", "-cp", Workshop.RUNTIME, jar.toString());

        assertThat(said.err().lines().filter(it -> it.contains("error: ")))
                .hasSize(1)
                .first()
                .asString()
                .contains("a.Foo$Inner$two$Coroutine does not lie beside it");
    }

    private String onlyFinding() {
        Workshop.Said said = workshop.verify();
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err().lines().filter(it -> it.contains("error: "))).hasSize(1);
        return said.err();
    }
}
