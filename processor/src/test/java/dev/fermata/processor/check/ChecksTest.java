package dev.fermata.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for all checks together. */
final class ChecksTest {
    @Test
    void reports_comeInTheOrderOfPositions() {
        Checked.members("""
                void a() { await§(read()); Generator.yield§(1); §for (String s : lines()) { } }
                @Async void §b() { }
                @Async synchronized Coroutine<Void> §c() { return done(); }
                @Async Coroutine<Void> d() { synchronized (lock) { await§(read()); } return §null; }
                record Point(@Async Coroutine<Void> §x) { void e() { Coroutine.await§(x); } }
                """)
                .reportsOnly(
                        "AwaitOutsideAsync",
                        "YieldOutsideGenerator",
                        "AsyncIterationOutsideAsync",
                        "AsyncReturnType",
                        "AsyncModifiers",
                        "AwaitInSynchronized",
                        "NullCoroutine",
                        "AsyncModifiers",
                        "AwaitOutsideAsync");
    }

    @Test
    void severalTopLevelClasses_areCheckedOnceEach() {
        Checked.file("""
                class A { void a(Coroutine<String> c) { Coroutine.await§(c); } }
                class B { void b(Coroutine<String> c) { Coroutine.await§(c); } }
                """).reportsOnly("AwaitOutsideAsync", "AwaitOutsideAsync");
    }

    @Test
    void secondCheckOfOneTree_comesAfterTheFirstInOrderOfTheirIds() {
        assertThat(Checked.members("void m() { synchronized (lock) { await(read()); } }\n").own().stream()
                        .map(report -> report.text().substring(0, 10)))
                .containsExactly("[AwaitOuts", "[AwaitInSy");
    }

    /** The walk meets what is dropped and what runs a loop before it knows what is run twice. */
    @ParameterizedTest
    @CsvSource({"Asyncio.createTask(c), DroppedTask", "Asyncio.run(c), NestedRun"})
    void reportsOnOneTree_comeInTheOrderOfTheIds_whateverIsFoundFirst(String call, String later) {
        assertThat(ids(Checked.members(
                        "@Async Coroutine<Void> m(Coroutine<String> c) { await(c); " + call + "; return done(); }\n")))
                .containsExactly("AwaitedTwice", later);
    }

    @Test
    void bodiesOfExpressionLambdas_areReportedAtTheirCarets_afterWhatStandsLeftOfThose() {
        Checked.members("""
                interface Source { @Async AsyncGenerator<String> get(boolean b); }
                static AsyncGenerator<String> more(Object... of) { return AsyncGenerator.end(); }
                static Subject self(Runnable before) { return null; }
                AsyncGenerator<String> field;
                Source call = b -> self(() -> read§()).more§(await(size()), (Runnable) () -> size§());
                Source choice = b -> await(size(self(() -> read§()))) > 1 §? more() : more(self(() -> read§()));
                Source select = b -> self(() -> read§()).field§;
                Source element = b -> array(() -> read§())§[size(self(() -> size§())).hashCode()];
                Source assigned = b -> self(() -> read§()).field §= more(self(() -> size§()));
                static AsyncGenerator<String>[] array(Runnable before) { return null; }
                """.replace(".field§;", "§.field;"))
                .reportsOnly(
                        "CoroutineNotAwaited",
                        "GeneratorReturn",
                        "CoroutineNotAwaited",
                        "CoroutineNotAwaited",
                        "GeneratorReturn",
                        "CoroutineNotAwaited",
                        "CoroutineNotAwaited",
                        "GeneratorReturn",
                        "CoroutineNotAwaited",
                        "GeneratorReturn",
                        "CoroutineNotAwaited",
                        "CoroutineNotAwaited",
                        "GeneratorReturn",
                        "CoroutineNotAwaited");
    }

    @Test
    void methodReferences_areReportedWhereTheyBegin_beforeWhatTheyAreOf() {
        Checked.members("""
                static Subject self(Runnable before) { return null; }
                Runnable a = §self(() -> read§())::save;
                Coroutine<String> save() { return result("x"); }
                """).reportsOnly("CoroutineNotAwaited", "CoroutineNotAwaited");
    }

    private static List<String> ids(Checked checked) {
        return checked.own().stream()
                .map(report -> report.text().substring(1, report.text().indexOf(']')))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Missing m() { return await(missing()); }",
                "@Missing Coroutine<String> m() { Missing x = await(read()); return null; ",
                "Object o = new Missing() { Coroutine<String> get() { return result(await(read())); } };",
                "class L implements Missing { Object o = new L() { Coroutine<String> get() { return result(await(read())); } }; }",
                "Missing s = () -> await(read());",
                "Object o = () -> await(read());",
                "void m() { missing(() -> await(read()), x -> { Generator.yield(x); return null; }); }",
                "void m() { try (Missing x = null) { } for (Object o : missing) { } synchronized (missing) { } }",
                "void m() { Missing.await(1); missing.hasNext(); await; Generator.yield; }",
                "@Async Coroutine<String> m() { return missing ? null : switch (missing) { case 1 -> ; }; }",
                "@Async Coroutine<String> m(Missing x, List<Missing>[] y) { return result(await(x)); }",
                "@Async m() { }",
                "@Async",
                "@Async @Yields",
                "record R(@Async Missing x) { }",
                "enum E { A(() -> await(read())), B(missing) { @Async Missing m() { } }; }",
                "void m() { Object f = Missing::await; Object g = Coroutine::missing; Object h = Coroutine::await; }",
                "class Loop extends Loop { @Async Coroutine<String> m() { return result(\"x\"); } }",
                "interface I extends I { @Async Coroutine<String> m(); } I i = () -> result(await(read()));",
                "@Async(\"x\") Coroutine<String> m() { return result(await(read())); }",
                "@Async int x; @Async class C { } @Async Subject() { }",
                "int x = \"\"; { "
            })
    void sourcesWithErrors_areSurvived_andLeftToJavac(String members) {
        Checked.members(members + "\n").isLeftToJavac();
    }

    /** Error Prone has javac go on where it would stop. */
    @ParameterizedTest
    @ValueSource(strings = {"INIT", "FLOW"})
    void missingImportOfTheAnnotations_isLeftToJavac(String last) {
        Checked checked = Checked.raw("""
                import dev.fermata.Coroutine;
                import dev.fermata.Generator;
                class A {
                    @Async Coroutine<String> a(Coroutine<String> c) { return Coroutine.result(Coroutine.await(c)); }
                    @Yields Generator<String> b() { Generator.yield(1); return Generator.end(); }
                    interface F { @Async Coroutine<String> go(); }
                    F f = () -> Coroutine.result(Coroutine.await(Coroutine.result("x")));
                    F g = new F() {
                        public Coroutine<String> go() { return Coroutine.result(Coroutine.await(Coroutine.result("x"))); }
                    };
                }
                """, "-XDshould-stop.ifError=" + last);
        checked.isLeftToJavac();
    }

    @Test
    void annotationsOfOthers_withTheSameSimpleName_meanNothing() {
        Checked.raw("""
                import dev.fermata.Coroutine;
                class A {
                    @interface Async {}
                    @Async void a() {}
                    @Async synchronized String b(Coroutine<String> c) { return Coroutine.await§(c); }
                }
                """).reportsOnly("AwaitOutsideAsync");
    }

    @Test
    void packageInfoAndModuleInfo_arePassedOver() {
        Checked.raw("/** Doc. */ package demo;\n").isClean();
    }
}
