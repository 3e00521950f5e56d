package dev.fermata.processor.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code weave}, on what Eclipse's compiler and javac without our processor write. */
final class WeaveTest {
    private static final String TWO = """
            package a;
            import static dev.fermata.Coroutine.*;
            import dev.fermata.*;
            public class Two {
                @Async static Coroutine<Integer> one() { return result(1); }
                @Async static Coroutine<Integer> two() { return result(await(one()) + 1); }
                static class Inner { @Async static Coroutine<Integer> three() { return result(await(one()) + 2); } }
                public static int plain() { return 3; }
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
    void ecj_allShapes_runLikeWhatJavacMakes() throws Exception {
        workshop.source("a/All.java", Programs.ALL).ecj();

        assertThat(workshop.weave()).returns(0, Workshop.Said::code).returns("", Workshop.Said::err);
        assertThat(workshop.call("a.All", "main")).isEqualTo(Programs.EXPECTED);
        assertThat(workshop.verify().code()).isZero();
    }

    @Test
    void javac_allShapes_run() throws Exception {
        workshop.source("a/All.java", Programs.ALL).javac();

        assertThat(workshop.weave().code()).isZero();
        assertThat(workshop.call("a.All", "main")).isEqualTo(Programs.EXPECTED);
        assertThat(workshop.verify().code()).isZero();
    }

    private static final String FUTURES = """
            package a;
            import static dev.fermata.Coroutine.*;
            import dev.fermata.*;
            import java.util.concurrent.*;
            public class Futures {
                interface Job { @Async CompletionStage<Integer> start(); }
                static final CompletableFuture<Integer> INPUT = new CompletableFuture<>();
                @Async static CompletableFuture<Integer> method() { return CompletableFuture.completedFuture(await(INPUT)); }
                public static String main() {
                    Job lambda = () -> CompletableFuture.completedStage(await(INPUT) + 1);
                    Job anonymous = new Job() {
                        @Override public CompletableFuture<Integer> start() { return INPUT.thenApply(it -> it + await()); }
                        private int await() { return 2; }
                    };
                    Job implied = new Job() {
                        @Override public CompletableFuture<Integer> start() {
                            return CompletableFuture.completedFuture(Coroutine.await(INPUT) + 3);
                        }
                    };
                    var all = new CompletionStage<?>[] {method(), lambda.start(), anonymous.start(), implied.start()};
                    INPUT.complete(10);
                    String text = "";
                    for (var each : all) { text += each.toCompletableFuture().join() + " "; }
                    return text;
                }
            }
            """;

    @Test
    void functionsThatReturnFutures_run() throws Exception {
        workshop.source("a/Futures.java", FUTURES).javac();

        assertThat(workshop.weave()).returns(0, Workshop.Said::code).returns("", Workshop.Said::err);
        assertThat(workshop.call("a.Futures", "main")).isEqualTo("10 11 12 13 ");
        assertThat(workshop.verify().code()).isZero();
    }

    @Test
    void ecj_functionsThatReturnFutures_run() throws Exception {
        workshop.source("a/Futures.java", FUTURES).ecj();

        assertThat(workshop.weave()).returns(0, Workshop.Said::code).returns("", Workshop.Said::err);
        assertThat(workshop.call("a.Futures", "main")).isEqualTo("10 11 12 13 ");
    }

    private static final String LOOPS = """
            package a;
            import static dev.fermata.Coroutine.*;
            import dev.fermata.*;
            import java.util.Iterator;
            import java.util.List;
            public class Loops {
                interface Source extends AsyncIterable<Integer> { @Override Own iterator(); }
                interface Own extends AsyncIterator<Integer> {}
                static class Line implements Channel {
                    @Override public Coroutine<Void> aclose() { return done(); }
                }
                interface Channel extends AsyncCloseable {}
                @Async static AsyncGenerator<Integer> count() {
                    for (int i = 0; i < 3; i++) { AsyncGenerator.yield(i); }
                    return AsyncGenerator.end();
                }
                @Async static Coroutine<Integer> sum(Source source) {
                    int sum = 0;
                    try (Line line = new Line(); Channel other = new Line() {}) {
                        for (int n : source) { sum += n; }
                        for (int n : count()) { sum += n; }
                        for (int n : List.of(10, 20)) { sum += n; }
                        Iterator<Integer> either = source.iterator();
                        while (either.hasNext()) { sum += 100 * either.next(); }
                    }
                    return result(sum);
                }
                public static Object main() {
                    int[] left = {5};
                    return sum(() -> () -> {
                        if (left[0] % 3 == 0) { left[0]--; throw StopAsyncIteration.INSTANCE; }
                        return result(left[0]--);
                    }).send(null);
                }
            }
            """;

    @Test
    void ecj_loopsAndTriesOverSubtypes_suspend() throws Exception {
        workshop.source("a/Loops.java", LOOPS).ecj();

        assertThat(workshop.weave()).returns(0, Workshop.Said::code).returns("", Workshop.Said::err);
        assertThat(workshop.call("a.Loops", "main")).hasToString("Returned[value=342]");
    }

    @Test
    void javac_loopsAndTriesOverSubtypes_suspend() throws Exception {
        workshop.source("a/Loops.java", LOOPS).javac();

        assertThat(workshop.weave()).returns(0, Workshop.Said::code).returns("", Workshop.Said::err);
        assertThat(workshop.call("a.Loops", "main")).hasToString("Returned[value=342]");
    }

    @Test
    void again_changesNothing() {
        workshop.source("a/All.java", Programs.ALL).ecj().weave();
        Map<String, List<Byte>> first = workshop.files();

        Workshop.Said again = workshop.weave();

        assertThat(again.out()).isEqualTo("rewrote 0 classes, generated 0, deleted 0 stale" + System.lineSeparator());
        assertThat(workshop.files()).isEqualTo(first);
    }

    @Test
    void sameInput_givesTheSameBytes() {
        workshop.source("a/All.java", Programs.ALL).ecj().weave();
        Map<String, List<Byte>> first = workshop.files();

        workshop.ecj().weave();

        assertThat(workshop.files()).isEqualTo(first);
    }

    @Test
    void plainClasses_stayBitForBit() {
        workshop.source("a/Plain.java", "package a; class Plain { void await() {} }")
                .source("a/Two.java", TWO)
                .ecj();
        List<Byte> plain = workshop.files().get("a/Plain.class");

        workshop.weave();

        assertThat(workshop.files()).containsEntry("a/Plain.class", plain).containsKey("a/Two$two$Coroutine.class");
    }

    @Test
    void rejection_namesClassMethodLineAndCure_andNothingIsWritten() {
        workshop.source("a/Two.java", TWO).source("a/Bad.java", """
                        package a;
                        import static dev.fermata.Coroutine.*;
                        import dev.fermata.*;
                        class Bad {
                            @Async Coroutine<Integer> held(Object lock) {
                                synchronized (lock) {
                                    return result(await(held(lock)));
                                }
                            }
                            int stray() {
                                return await(held(this));
                            }
                        }
                        """).ecj();
        Map<String, List<Byte>> before = workshop.files();

        Workshop.Said said = workshop.weave();

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err().lines())
                .containsExactly(
                        "a.Bad.stray:11: error: [NotTransformed] 'stray' of a.Bad was not rewritten; it calls await()"
                                + " and is neither a coroutine function nor a generator function (line 11)",
                        "  Change that, or take @Async or @Yields off and build the coroutine from other methods.",
                        "a.Bad.held:7: error: [NotTransformed] 'held' of a.Bad was not rewritten; it holds a monitor across"
                                + " await() (line 7)",
                        "  Change that, or take @Async or @Yields off and build the coroutine from other methods.",
                        "2 errors");
        assertThat(workshop.files()).isEqualTo(before);
    }

    @Test
    void functionThatIsGone_takesItsGeneratedClassWithIt() {
        workshop.source("a/Two.java", TWO).ecj().weave();
        assertThat(workshop.files()).containsKeys("a/Two$two$Coroutine.class", "a/Two$Inner$three$Coroutine.class");

        workshop.source(
                        "a/Two.java",
                        TWO.replace("@Async static Coroutine<Integer> two", "static Coroutine<Integer> two")
                                .replace("await(one()) + 1", "1"))
                .ecj();
        Workshop.Said said = workshop.weave();

        assertThat(said.out()).contains("deleted 1 stale");
        assertThat(workshop.files())
                .doesNotContainKey("a/Two$two$Coroutine.class")
                .containsKeys("a/Two$one$Coroutine.class", "a/Two$Inner$three$Coroutine.class");
    }

    @Test
    void classThatIsGone_takesItsGeneratedClassesWithIt() throws Exception {
        workshop.source("a/Two.java", TWO).ecj().weave();
        workshop.delete("a/Two.class");
        workshop.delete("a/Two$Inner.class");

        assertThat(workshop.weave().code()).isZero();
        assertThat(workshop.files()).isEmpty();
    }

    @Test
    void nestHostCompiledAgainAlone_namesTheOthersAgain() throws Exception {
        workshop.source("a/Two.java", TWO).ecj();
        byte[] fresh = Files.readAllBytes(workshop.classes.resolve("a/Two.class"));
        workshop.weave();
        Map<String, List<Byte>> woven = workshop.files();
        Files.write(workshop.classes.resolve("a/Two.class"), fresh);

        assertThat(workshop.weave().code()).isZero();

        assertThat(workshop.verify()).returns("", Workshop.Said::err);
        assertThat(workshop.files().keySet()).isEqualTo(woven.keySet());
    }

    @Test
    void dryRun_saysAndWritesNothing() {
        workshop.source("a/Two.java", TWO).ecj();
        Map<String, List<Byte>> before = workshop.files();

        Workshop.Said said = workshop.weave("--dry-run");

        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("would write ", "Two$two$Coroutine.class", "would rewrite 2 classes");
        assertThat(workshop.files()).isEqualTo(before);
    }

    @Test
    void debug_keepsVariablesThatAreNotReadAgain() {
        String source = TWO.replace(
                        "return result(await(one()) + 1);",
                        "int kept = hashCode0(); if (kept > 9) { return result(kept); } await(one()); return result(0);")
                .replace("public static int plain", "static int hashCode0() { return 5; } public static int plain");
        workshop.source("a/Two.java", source).ecj().weave();
        List<Byte> lean = workshop.files().get("a/Two$two$Coroutine.class");

        workshop.ecj().weave("--debug");

        assertThat(workshop.files().get("a/Two$two$Coroutine.class")).hasSizeGreaterThan(lean.size());
    }

    @Test
    void missingInterfaceOfALambda_isNamed_andNothingIsGuessed() throws Exception {
        workshop.source(
                        "b/Fetch.java",
                        "package b; import dev.fermata.*;"
                                + " public interface Fetch { @Async Coroutine<Integer> fetch(); }")
                .source(
                        "a/User.java",
                        "package a; import dev.fermata.*; import b.Fetch;"
                                + " public class User { public static Fetch f() { return () -> Coroutine.result(1); } }")
                .ecj();
        Path elsewhere = root.resolve("lib/b");
        Files.createDirectories(elsewhere);
        Files.move(workshop.classes.resolve("b/Fetch.class"), elsewhere.resolve("Fetch.class"));

        Workshop.Said without = workshop.weave();
        assertThat(without.code()).isEqualTo(1);
        assertThat(without.err())
                .contains(
                        "a.User: error: ",
                        "b.Fetch is missing, which tells whether lambdas of b.Fetch are async code",
                        "  Put the jar or folder that holds it on the class path.");
        Workshop.Said with = workshop.weave("--classpath", root.resolve("lib").toString());

        assertThat(with.out()).startsWith("rewrote 1 classes, generated 1");
    }

    @Test
    void missingClassOfNoConcern_isNotAskedFor() throws Exception {
        workshop.source("b/Work.java", "package b; public interface Work { int work(); }")
                .source(
                        "a/User.java",
                        "package a; import dev.fermata.*; import b.Work;"
                                + " class User { Work w = () -> 1; @Async Coroutine<Integer> f() { return Coroutine.result(1); } }")
                .ecj();
        workshop.delete("b/Work.class");

        assertThat(workshop.weave().code()).isZero();
    }

    @Test
    void severalRootsUnderOneFolder_areWovenEach() throws Exception {
        workshop.source("a/Two.java", TWO).ecj();
        Path java = workshop.classes.resolve("java/main/a");
        Files.createDirectories(java.getParent());
        Files.move(workshop.classes.resolve("a"), java);

        assertThat(workshop.weave().code()).isZero();

        assertThat(java.resolve("Two$two$Coroutine.class")).exists();
    }

    @Test
    void noClassFile_isAnError() throws Exception {
        workshop.source("a/Two.java", TWO).ecj();
        Files.writeString(workshop.classes.resolve("a/Noise.class"), "noise");
        byte[] future = Files.readAllBytes(workshop.classes.resolve("a/Two.class"));
        future[7] = 99;
        Files.write(workshop.classes.resolve("a/Two.class"), future);

        Workshop.Said said = workshop.weave();

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err())
                .contains("Noise.class is no class file that can be understood", "Two.class is no class file");
        assertThat(workshop.files().keySet()).isEqualTo(Set.of("a/Noise.class", "a/Two.class", "a/Two$Inner.class"));
    }

    @Test
    void classOfAnotherFormat_isAnError() throws Exception {
        workshop.source("a/Old.java", "package a; @dev.fermata.machine.Transformed(format = 7) class Old {}")
                .ecj();

        Workshop.Said said = workshop.weave();

        assertThat(said.err())
                .contains("a.Old: error: ", "class a.Old was rewritten before, for format 7 of the runtime");
        assertThat(said.code()).isEqualTo(1);
    }

    @Test
    void hostWhoseGeneratedClassIsGone_isAnError() throws Exception {
        workshop.source("a/Two.java", TWO).ecj().weave();
        workshop.delete("a/Two$two$Coroutine.class");

        assertThat(workshop.weave().err())
                .contains(
                        "class a.Two was rewritten, and its generated class a.Two$two$Coroutine does not lie beside it");
    }
}
