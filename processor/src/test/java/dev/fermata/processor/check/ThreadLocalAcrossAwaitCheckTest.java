package dev.fermata.processor.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ThreadLocalAcrossAwaitCheckTest {
    private static Checked code(String statements) {
        return Checked.members("""
                static final ThreadLocal<String> user = new ThreadLocal<>();
                InheritableThreadLocal<String> own = new InheritableThreadLocal<>();
                void log(Object... o) { }
                @Async Coroutine<Void> go(boolean b, boolean c) throws Exception {
                """ + statements + "\nreturn done();\n}\n");
    }

    private static String text(String variable) {
        return "[ThreadLocalAcrossAwait] '" + variable
                + "' is set before an await and used after it; other tasks of the thread see and change it meanwhile\n"
                + "  Use ContextVar.";
    }

    @Test
    void set_isReportedAtTheCall() {
        code("user.set§(\"a\"); await(read()); user.remove();")
                .warns(
                        "[ThreadLocalAcrossAwait] 'user' is set before an await and used after it; other tasks of the thread see and change it meanwhile\n"
                                + "  Use ContextVar.");
    }

    @Test
    void variables_areNamedAsTheyStandInTheSource() {
        code("this.own.set§(\"a\"); Subject.user.set§(\"b\"); await(read()); log(own.get(), user.get());")
                .warns(text("this.own"), text("Subject.user"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user.set§(\"\"); await(read()); log(user.get());",
                "user.set§(\"\"); await(read()); user.set(\"\");",
                "user.set§(\"\"); try { await(read()); } finally { user.remove(); }",
                "user.set§(\"\"); try { log(); } finally { await(read()); user.remove(); }",
                "for (;;) { user.set§(\"\"); await(read()); if (b) break; }",
                "while (b) { log(user.get()); user.set§(\"\"); await(read()); }",
                "if (b) user.set§(\"\"); await(read()); user.remove();",
                "user.set§(\"\"); if (b) await(read()); user.remove();",
                "user.set§(\"\"); for (String s : lines()) { log(s); } user.remove();",
                "user.set§(\"\"); try (AsyncGenerator<String> g = null) { log(g); } user.remove();",
                "user.set§(\"\"); log(await(read()), user.get());",
                "user.set(\"\"); user.set§(\"\"); await(read()); user.remove();",
                "user.set§(\"\"); switch (await(read())) { case \"a\" -> user.remove(); default -> log(); }",
                "user.set§(\"\"); try { await(read()); } catch (IllegalStateException e) { user.remove(); }",
                "ThreadLocal<String> t = user; t.set§(\"\"); await(read()); t.remove();",
            })
    void usesAfterTheAwait_areReported(String statements) {
        code(statements).about("ThreadLocalAcrossAwait").reportsOnly("ThreadLocalAcrossAwait");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user.set(\"\"); log(user.get()); user.remove(); await(read());",
                "await(read()); user.set(\"\"); log(user.get()); user.remove();",
                "user.set(\"\"); await(read());",
                "user.set(\"\"); await(read()); own.remove();",
                "log(user.get()); await(read()); user.remove();",
                "user.set(\"\"); user.remove(); await(read()); log(user.get());",
                "user.set(\"\"); try { log(); } finally { user.remove(); } await(read()); log(user.get());",
                "user.set(await(read())); user.remove();",
                "user.set(\"\"); if (b) { user.remove(); await(read()); return done(); } user.remove();",
                "for (;;) { user.set(\"\"); log(); user.remove(); await(read()); if (b) break; }",
                "user.set(\"\"); await(read()); Runnable r = () -> user.remove();",
                "Runnable r = () -> { user.set(\"\"); }; await(read()); user.remove();",
                "user.set(\"\"); AsyncSupplier<String> s = () -> result(await(read())); user.remove();",
                "if (b) { user.set(\"\"); } if (!b) { await(read()); } else { user.remove(); }",
                "new HashSet<String>().add(\"\"); List<String> l = new ArrayList<>(List.of(\"\")); l.set(0, \"\"); await(read()); l.get(0);",
                "new java.util.concurrent.atomic.AtomicInteger().set(1); await(read());",
            })
    void whatIsNotSeenByOthers_isNot(String statements) {
        code(statements).about("ThreadLocalAcrossAwait").isClean();
    }

    @Test
    void yields_areNoSuspensionsHere() {
        Checked.members("""
                static final ThreadLocal<String> user = new ThreadLocal<>();
                @Async AsyncGenerator<Integer> a() { user.set(""); AsyncGenerator.yield(1); user.remove(); return AsyncGenerator.end(); }
                @Async AsyncGenerator<Integer> b() { user.set§(""); AsyncGenerator.yield(await(read())); user.remove(); return AsyncGenerator.end(); }
                @Yields Generator<Integer> c() { user.set(""); Generator.yield(1); user.remove(); return Generator.end(); }
                AsyncSupplier<Void> d = () -> { user.set§(""); await(read()); user.remove(); return done(); };
                void e() { user.set(""); for (String s : List.of("")) { } user.remove(); }
                """).reportsOnly("ThreadLocalAcrossAwait", "ThreadLocalAcrossAwait");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_25)
    void scopedValues_areReportedInAnyCode() {
        Checked.members("""
                static final ScopedValue<String> V = ScopedValue.newInstance();
                void a() {
                    Coroutine<String> c = ScopedValue.where(V, "").call§(() -> read());
                    Coroutine<String> d = ScopedValue.where(V, "").<Coroutine<String>, RuntimeException>call§(Subject::read);
                    log(c, d);
                }
                @Async Coroutine<Void> b() { await(ScopedValue.where(V, "").call§(() -> { return read(); })); return done(); }
                void log(Object... o) { }
                """).warns(scoped(), scoped(), scoped());
    }

    private static String scoped() {
        return "[ThreadLocalAcrossAwait] the coroutine that call() gives runs after it; the scoped value is not bound any more\n"
                + "  Use ContextVar.";
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_25)
    void scopedValues_forWhatGivesNoCoroutine_areNot() {
        Checked.members("""
                static final ScopedValue<String> V = ScopedValue.newInstance();
                void a() throws Exception {
                    String s = ScopedValue.where(V, "").call(() -> V.get());
                    String t = ScopedValue.where(V, "").call(() -> Asyncio.run(() -> read()));
                    ScopedValue.where(V, "").run(() -> log(s, t));
                    ((Callable<Coroutine<String>>) () -> read()).call().close();
                }
                void log(Object... o) { }
                """).isClean();
    }

    @Test
    void suppression_works() {
        Checked.members("""
                static final ThreadLocal<String> user = new ThreadLocal<>();
                @SuppressWarnings("ThreadLocalAcrossAwait") @Async Coroutine<Void> a() { user.set(""); await(read()); user.remove(); return done(); }
                """).isClean();
    }
}
