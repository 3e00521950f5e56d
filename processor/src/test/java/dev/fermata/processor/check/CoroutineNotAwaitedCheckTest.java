package dev.fermata.processor.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CoroutineNotAwaitedCheckTest {
    private static final String ID = "CoroutineNotAwaited";
    private static final String MEMBERS = """
            Coroutine<Void> save(Object... of) { return done(); }
            static Generator<String> walk() { return Generator.end(); }
            AsyncGenerator<String> ticks() { return AsyncGenerator.end(); }
            static <T> T id(T t) { return t; }
            static void take(Object o) { }
            Coroutine<Void> kept;
            """;
    private static final String PARAMETERS =
            "(int i, boolean b, Object x, List<Coroutine<Void>> list, Map<String, Coroutine<Void>> map, AsyncGenerator<String> gen, ExecutorService pool)";

    private static Checked members(String members) {
        return Checked.members(MEMBERS + members);
    }

    private static Checked plain(String statements) {
        return members("void go" + PARAMETERS + " {\n" + statements + "\n}\n").about(ID);
    }

    private static Checked async(String statements) {
        return members("@Async Coroutine<Void> go" + PARAMETERS + " {\n" + statements + "\nreturn done();\n}\n")
                .about(ID);
    }

    private static String text(String who, String cure) {
        return "[CoroutineNotAwaited] the " + who + " is dropped; nothing of its body will run\n  " + cure;
    }

    // ---- (a) calls

    @Test
    void statement_inAsyncCode_isReportedAtTheCall() {
        async("save§(x); this.save§();")
                .reports(
                        "[CoroutineNotAwaited] the coroutine of save() is dropped; nothing of its body will run\n"
                                + "  Write await(save()), or give it to createTask().",
                        "[CoroutineNotAwaited] the coroutine of save() is dropped; nothing of its body will run\n"
                                + "  Write await(save()), or give it to createTask().");
    }

    @Test
    void generators_areReported_withTheirCure() {
        async("walk§(); ticks§(); gen.anext§(); gen.asend§(x); gen.athrow§(null);")
                .reports(
                        text("generator of walk()", "Iterate over it: for (var each : walk()) { .. }"),
                        text("async generator of ticks()", "Iterate over it: for (var each : ticks()) { .. }"),
                        "[CoroutineNotAwaited] the awaitable of anext() is dropped; the generator does not move\n"
                                + "  Write await(anext()).",
                        "[CoroutineNotAwaited] the awaitable of asend() is dropped; the generator does not move\n"
                                + "  Write await(asend()).",
                        "[CoroutineNotAwaited] the awaitable of athrow() is dropped; the generator does not move\n"
                                + "  Write await(athrow()).");
    }

    @Test
    void cure_inOtherCode_doesNotAwaitThere() {
        members("""
                { save§(); }
                @Yields Generator<String> all() { walk§(); ticks§(); save§(); Generator.yield(""); return Generator.end(); }
                void go(AsyncGenerator<String> gen, List<String> l) {
                    gen.anext§();
                    l.forEach(s -> save§(s));
                    l.forEach(s -> { save§(s); });
                    l.forEach(s -> ticks§());
                }
                """)
                .about(ID)
                .reports(
                        text("coroutine of save()", "Write await(save()) in an @Async method, or Asyncio.run(save())."),
                        text("generator of walk()", "Write Generator.yieldFrom(walk())."),
                        text(
                                "async generator of ticks()",
                                "Iterate over it in an @Async method: for (var each : ticks()) { .. }"),
                        text("coroutine of save()", "Write await(save()) in an @Async method, or Asyncio.run(save())."),
                        "[CoroutineNotAwaited] the awaitable of anext() is dropped; the generator does not move\n"
                                + "  Write await(anext()) in an @Async method.",
                        text(
                                "coroutine of save()",
                                "Use AsyncSupplier or AsyncFunction instead of Consumer, or give it to createTask()."),
                        text(
                                "coroutine of save()",
                                "Use AsyncSupplier or AsyncFunction instead of Consumer, or give it to createTask()."),
                        text(
                                "async generator of ticks()",
                                "Iterate over it in an @Async method: for (var each : ticks()) { .. }"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (save§(); b; save§(), save§()) { }",
                "for (; b; ) save§();",
                "if (b) save§(); else this.save§();",
                "switch (i) { case 1: save§(); break; default: save§(); }",
                "switch (i) { case 1 -> save§(); default -> { save§(); } }",
                "int n = switch (i) { case 1 -> { save§(); yield 1; } default -> 2; };",
                "label: save§();",
                "synchronized (lock) { save§(); }",
                "try { save§(); } catch (RuntimeException e) { save§(); } finally { save§(); }",
                "Runnable r = () -> save§();",
                "Consumer<Object> c = o -> save§(o);",
                "new Object() { void m() { save§(); } };",
                "class Local { { save§(); } Local() { save§(); } }",
                "Subject.<String>id(null); Subject.read§();",
                "((Coroutine<Void>) null).asCoroutine§();",
                "gen.aclose§(); Asyncio.sleep§(null); Asyncio.gather§(save());",
                "result§(1); Coroutine.done§();",
                "Asyncio.toThread§(() -> save());",
                "save(save()).asCoroutine§();",
            })
    void eachWay_ofLeavingACall_isReported(String statements) {
        plain(statements).reportsOnly(ids(statements));
    }

    private static String[] ids(String statements) {
        String[] ids = new String[(int) statements.chars().filter(c -> c == '§').count()];
        java.util.Arrays.fill(ids, ID);
        return ids;
    }

    @Test
    void methodOfTheStaticType_decides() {
        members("""
                interface Store { Awaitable<Void> put(); }
                interface AsyncStore extends Store { @Override Coroutine<Void> put(); }
                static class Source<R> { R make() { return null; } Coroutine<R> wrapped() { return null; } <T> Coroutine<T> of() { return null; } }
                static class Strict extends Source<Coroutine<Void>> { @Override Coroutine<Void> make() { return done(); } }
                void go(Store s, AsyncStore a, Source<Coroutine<Void>> source, Strict strict, AsyncSupplier<Void> supplier, Coroutine raw) throws Exception {
                    s.put();
                    a.put§();
                    source.make();
                    source.wrapped§();
                    source.<String>of§();
                    strict.make§();
                    supplier.get§();
                    raw.asCoroutine§();
                }
                """).reportsOnly(ids("§§§§§§"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "take(save()); list.add(save()); map.put(\"\", save()); id(save());",
                "list.remove(0); list.get(0); map.remove(\"\"); Objects.requireNonNull(save());",
                "kept = save(); this.kept = save();",
                "Coroutine<Void>[] all = new Coroutine[] { save() }; all[0] = save();",
                "Asyncio.createTask(save()).cancel(); Asyncio.run(save());",
                "save().close(); save().send(null); walk().hasNext(); walk().next(); walk().iterator();",
                "Supplier<Coroutine<Void>> s = () -> save();",
                "AsyncSupplier<Void> s = () -> save();",
                "Callable<Object> c = () -> save(); pool.submit(() -> save());",
                "Function<Object, Object> f = o -> save(o);",
                "Object o = b ? save() : walk();",
                "Object o = switch (i) { case 1 -> save(); default -> { yield walk(); } };",
                "for (String s : walk()) { take(s); }",
                "class Coroutine { } class Other { Coroutine make() { return null; } } new Other().make();",
            })
    void whatSomebodyTakes_isNot(String statements) {
        plain(statements).isClean();
    }

    @Test
    void awaitedAndReturned_areNot() {
        async("await(save(x)); int n = await(size()); for (String s : ticks()) { take(s); } await(gen.anext());")
                .isClean();
        members("Coroutine<Void> m() { return save(); } Coroutine<Void> n = save(); Object o = walk();\n")
                .isClean();
    }

    // ---- (b) method references

    @Test
    void reference_whereNothingIsReturned_isReportedAtTheReference() {
        plain("list.forEach(§this::save);")
                .reports(text(
                        "coroutine of save()",
                        "Use AsyncSupplier or AsyncFunction instead of Consumer, or give it to createTask()."));
    }

    @Test
    void reference_inAsyncCode_isCalledByOtherCode() {
        async("list.forEach(§this::save);")
                .reports(text(
                        "coroutine of save()",
                        "Use AsyncSupplier or AsyncFunction instead of Consumer, or give it to createTask()."));
        async("Runnable r = §gen::anext;")
                .reports("[CoroutineNotAwaited] the awaitable of anext() is dropped; the generator does not move\n"
                        + "  Write await(anext()) in an @Async method.");
    }

    @Test
    void allKindsOfReferences_areReported() {
        members("""
                interface Sink { void put(Subject s); }
                static class Lower extends Subject { Runnable r() { return §super::save; } }
                void go(AsyncGenerator<String> gen) {
                    Sink s = §Subject::save;
                    Runnable r = §Subject::walk;
                    Runnable t = (Runnable) §this::ticks;
                    Runnable u = §gen::anext;
                    Consumer<Object> c = §gen::asend;
                    Object o = (Runnable & Serializable) §this::save;
                }
                """).reportsOnly(ids("§§§§§§§"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Supplier<Object> s = this::save; AsyncSupplier<Void> t = this::save; Callable<?> c = this::save;",
                "list.stream().map(this::save).forEach(Subject::take); pool.submit(Subject::walk);",
                "Function<Object, Coroutine<Void>> f = this::save;",
                "Runnable r = ArrayList::new; Consumer<Object> c = Subject::take; Consumer<Object> d = Subject::id;",
                "Consumer<List<Coroutine<Void>>> c = List::iterator; Consumer<Coroutine<Void>> d = Coroutine::close;",
            })
    void reference_whereItsValueIsTaken_isNot(String statements) {
        plain(statements).isClean();
    }

    // ---- (c) variables

    @Test
    void variableThatIsNeverRead_isReportedAtTheVariable() {
        async("Coroutine<Void> §c = save(x);")
                .reports(text("coroutine in 'c'", "Write await(c), or give it to createTask()."));
        plain("Coroutine<Void> §c = save(x);")
                .reports(text("coroutine in 'c'", "Write await(c) in an @Async method, or Asyncio.run(c)."));
        async("var §g = walk(); var §t = ticks();")
                .reports(
                        text("generator in 'g'", "Iterate over it: for (var each : g) { .. }"),
                        text("async generator in 't'", "Iterate over it: for (var each : t) { .. }"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "final var §c = save();",
                "Coroutine<?> §c = (Coroutine<?>) (save());",
                "Coroutine<Void> §c = b ? save() : null;",
                "Coroutine<Void> §c = switch (i) { case 1 -> save(); default -> null; };",
                "Coroutine<Void> §c = save(); c = null;",
                "Coroutine<Void> §c = save(); (c) = save();",
                "Coroutine<Void> §c = save(), d = save(); take(d);",
                "for (Coroutine<Void> §c = save(); b; ) { }",
                "switch (i) { case 1: Coroutine<Void> §c = save(); break; default: c = null; }",
                "Runnable r = () -> { Coroutine<Void> §c = save(); };",
                "Coroutine<Void> §c = save(); Object o = new Object() { Object c = null; Object m() { return this.c == null ? c : c; } };",
                "{ Coroutine<Void> §c = save(); } { Object c = null; take(c); }",
                "Coroutine<Void> c = save(); Coroutine<Void> §d = c;",
                "Coroutine<Void> c = save(); Coroutine<?> d = (c), §e = b ? d : null; c = null;",
                "Coroutine<Void> c = save(); { var §d = c; }",
                "Coroutine<Void> §c = Objects.isNull(x) ? save() : Objects.requireNonNull(kept);",
            })
    void eachWay_ofNotReadingAVariable_isReported(String statements) {
        plain(statements).reportsOnly(ids(statements));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Coroutine<Void> c = save(); take(c);",
                "Coroutine<Void> c = save(); c.close();",
                "Coroutine<Void> c = save(); Runnable r = () -> take(c);",
                "Coroutine<Void> c = save(); Runnable r = c::close;",
                "Coroutine<Void> c = save(); new Object() { void m() { take(c); } };",
                "Coroutine<Void> c = save(); class Local { Object m() { return c; } }",
                "Coroutine<Void> c = save(); if (c == null) { }",
                "Coroutine<Void> c = save(); Object d; d = c;",
                "Coroutine<Void> c = save(); c = (Coroutine<Void>) id(c);",
                "Coroutine<Void> c = save(); kept = c;",
                "Coroutine<Void>[] all = new Coroutine[1]; all[0] = save();",
                "for (Coroutine<Void> c = save(); c != null; ) { }",
                "switch (i) { case 1: Coroutine<Void> c = save(); break; default: c = null; take(c); }",
                "Coroutine<Void> c; c = save();",
                "Coroutine<Void> c = null, d = (Coroutine<Void>) null, e = kept;",
                "Coroutine<Void> c = list.remove(0), d = map.get(\"\"); var e = id(save());",
                "Coroutine<?> c = list.get(0), d = (Coroutine<?>) x, e = Objects.requireNonNull(kept), f = kept;",
                "Coroutine<Void>[] all = null; Coroutine<Void> c = all[0]; Supplier<Coroutine<Void>> s = null; var d = s.get();",
                "Coroutine<Void> c = save(); Coroutine<Void> d = c; take(c);",
                "Coroutine<Void> c = save(); Coroutine<Void> d = c; Runnable r = () -> take(c);",
                "Coroutine<Void> c = save(); Coroutine<Void> d = c, e = c;",
                "Coroutine<Void> c = save(); Coroutine<Void> d = c; take(d);",
                "Object o = save(); Awaitable<Void> a = save(); Iterable<String> it = walk(); var n = gen.anext();",
                "Coroutine<Void> unused = save(), unusedAtAll = save(), ignored = save(), ignoredToo = save();",
                "for (Coroutine<Void> c : list) { }",
                "if (x instanceof Coroutine<?> c) { }",
                "list.forEach(c -> { });",
                "try (Coroutine<Void> c = save(); var g = walk()) { }",
            })
    void variablesThatAreRead_andOthers_areNot(String statements) {
        plain(statements).isClean();
    }

    // ---- the rest

    @Test
    @EnabledForJreRange(min = JRE.JAVA_22)
    void unnamedVariable_isNot() {
        plain("Coroutine<Void> _ = save(); var _ = walk();").isClean();
    }

    @Test
    void codeOfWhichNobodyKnowsWhatItIs_isLeftToJavac() {
        Checked.raw("""
                package demo;
                import dev.fermata.Coroutine;
                class Subject {
                    Coroutine<Void> save() { return Coroutine.done(); }
                    @Async Coroutine<Void> go() {
                        save();
                        Coroutine<Void> c = save();
                        Runnable r = this::save;
                        return null;
                    }
                }
                """, "-XDshould-stop.ifError=FLOW").about(ID).isLeftToJavac();
    }

    @Test
    void readThatJavacCouldNotResolve_isARead() {
        plain(
                        "Coroutine<Void> c = save(); missing(() -> take(c)); Missing m = () -> take(c); new Missing(c) { Object o = c; };")
                .isLeftToJavac();
    }

    @Test
    void oneDiagnostic_forACoroutineThatBecomesADroppedTask() {
        members("void go() { Asyncio.createTask§(save()); }\n").reportsOnly("DroppedTask");
    }

    @Test
    void callsThatTellAMockSomething_makeNothing() {
        Checked.raw("""
                package org.mockito;
                import dev.fermata.*;
                class Mockito {
                    static <T> T verify(T mock) { return mock; }
                    static Stubber doReturn(Object o) { return new Stubber(); }
                    static class Stubber { <T> T when(T mock) { return mock; } }
                    interface Store { Coroutine<Void> save(); }
                    void test(Store store) {
                        verify(store).save();
                        (Mockito.verify(store)).save();
                        doReturn(null).when(store).save();
                        org.junit.jupiter.api.Assertions.id(store).save§();
                        store.save§();
                    }
                }
                """.replace(
                        "org.junit.jupiter.api.Assertions.id(store)", "java.util.Objects.requireNonNull(store)"))
                .reportsOnly(ID, ID);
    }

    @Test
    void suppressed_isSilent() {
        plain("@SuppressWarnings(\"CoroutineNotAwaited\") Coroutine<Void> c = save();")
                .isClean();
        plain("@SuppressWarnings(\"fermata\") Runnable r = () -> save();").isClean();
        members("@SuppressWarnings(\"all\") void m() { save(); }\n").isClean();
    }

    @Test
    void bodyOfAWrongMethod_isNotChecked() {
        members("@Async void §go() { save(); Coroutine<Void> c = save(); Runnable r = this::save; }\n")
                .reportsOnly("AsyncReturnType");
    }

    @Test
    void whatJavacDoesNotUnderstand_isLeftToIt() {
        members("""
                void go() {
                    missing();
                    save().missing();
                    Missing<Void> a = save();
                    Coroutine<Missing> b = missing();
                    Missing c = () -> save();
                    Missing d = this::save;
                    Runnable r = this::missing;
                    Coroutine<Void> e = save(); missing(e);
                    new Missing() { void m() { save(); } };
                }
                """).isLeftToJavac();
    }
}
