package dev.fermata.processor.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AsyncWithoutAwaitCheckTest {
    private static final String ID = "AsyncWithoutAwait";

    private static String text(String method) {
        return "[AsyncWithoutAwait] @Async method '" + method
                + "' never suspends; it pays for a coroutine and gains nothing\n"
                + "  Drop @Async: a plain method may return result(..).";
    }

    @Test
    void methodWithoutSuspension_isReportedAtItsName() {
        Checked.members("@Async Coroutine<Integer> §one() { return result(1); }\n")
                .about(ID)
                .notes(text("one"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return result(1);",
                "return (result(1));",
                "return Coroutine.result(1);",
                "return (Coroutine<Integer>) result(1);",
                "return b ? result(1) : result(2);",
                "if (b) return result(1); return result(2);",
                "if (b) throw new IllegalStateException(); return result(1);",
                "return switch (i) { case 1 -> result(1); default -> { yield result(2); } };",
                "AsyncSupplier<String> s = () -> read(); return result(1);",
                "AsyncSupplier<Integer> s = () -> result(await(size())); return result(1);",
                "Supplier<Coroutine<String>> s = () -> { return read(); }; return result(1);",
                "Object o = new Object() { @Async Coroutine<Integer> m() { return result(await(size())); } }; return result(1);",
                "Coroutine<String> c = read(); c.close(); return result(1);",
                "for (String s : List.of(\"\")) { s.length(); } return result(1);",
                "try (var c = read()) { return result(1); }",
                "Iterator<String> it = List.of(\"\").iterator(); it.hasNext(); return result(1);",
                "synchronized (lock) { return result(1); }",
            })
    void finishedCoroutinesOnly_areReported(String body) {
        Checked.members("@Async Coroutine<Integer> §go(boolean b, int i) {\n" + body + "\n}\n")
                .about(ID)
                .notes(text("go"));
    }

    @Test
    void doneCounts_andSoDoMethodsOfAllKinds() {
        Checked.file("""
                class Subject {
                    @Async Coroutine<Void> §a() { return done(); }
                    @Async static Coroutine<Void> §b(boolean b) { return b ? done() : result(null); }
                    @Async private <T> Coroutine<T> §c(T t) { return result(t); }
                    interface Port { @Async default Coroutine<Void> §d() { return done(); } @Async static Coroutine<Void> §e() { return done(); } }
                    record Pair(int n) { @Async Coroutine<Integer> §f() { return result(n); } }
                    enum Two { ONE; @Async Coroutine<Void> §g() { return done(); } }
                    void m() { class Local { @Async Coroutine<Void> §h() { return done(); } } }
                    @Async Coroutine<Void> §i() {
                        class Local { @Async Coroutine<Void> §j() { return done(); } }
                        return done();
                    }
                }
                """)
                .about(ID)
                .notes(
                        text("a"), text("b"), text("c"), text("d"), text("e"), text("f"), text("g"), text("h"),
                        text("i"), text("j"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return result(await(size()));",
                "await(size()); return result(1);",
                "suspend(null); return result(1);",
                "for (String s : lines()) { s.length(); } return result(1);",
                "lines().iterator().hasNext(); return result(1);",
                "try (AsyncCloseable r = null) { return result(1); }",
                "if (b) { await(size()); } return result(1);",
                "try { return result(1); } finally { await(size()); }",
                "return size();",
                "if (b) return size(); return result(1);",
                "return b ? result(1) : size();",
                "Coroutine<Integer> c = result(1); return c;",
                "throw new UnsupportedOperationException();",
                "if (b) throw new IllegalStateException(); else throw new IllegalArgumentException();",
                "while (true) { lock.hashCode(); }",
                "return null;",
                "return Coroutine.of(new CompletableFuture<Integer>());",
            })
    void suspensions_delegation_andNoReturn_areNot(String body) {
        Checked.members("@Async Coroutine<Integer> go(boolean b) throws Exception {\n" + body + "\n}\n")
                .about(ID)
                .reports();
    }

    @Test
    void whoHasNoChoice_isNotReported() {
        Checked.file("""
                interface Port { @Async Coroutine<Void> send(); Coroutine<Void> plain(); }
                abstract class Base { abstract Coroutine<Void> stop(); Coroutine<Void> concrete() { return done(); } }
                interface Generic<T> { Coroutine<Void> take(T t); }
                class Subject extends Base implements Port, Generic<String> {
                    @Async public Coroutine<Void> send() { return done(); }
                    @Async public Coroutine<Void> plain() { return done(); }
                    @Override @Async Coroutine<Void> stop() { return done(); }
                    @Override @Async Coroutine<Void> concrete() { return done(); }
                    @Async public Coroutine<Void> take(String s) { return done(); }
                    @Async Coroutine<Void> gone() { throw new IllegalStateException(); }
                    Coroutine<Void> notAsync() { return done(); }
                    static abstract class Nested { @Async abstract Coroutine<Void> none(); }
                    @Async AsyncGenerator<Integer> generator() { return AsyncGenerator.end(); }
                    @Yields Generator<Integer> plainGenerator() { return Generator.end(); }
                    AsyncSupplier<Void> lambda = () -> done();
                    AsyncSupplier<Void> block = () -> { return done(); };
                    AsyncSupplier<Void> anonymous = new AsyncSupplier<>() { @Async public Coroutine<Void> get() { return done(); } };
                    Object more = new Object() { @Async Coroutine<Void> own() { return done(); } };
                }
                """).about(ID).reports();
    }

    @Test
    void suppression_works() {
        Checked.members("""
                @SuppressWarnings("AsyncWithoutAwait") @Async Coroutine<Void> a() { return done(); }
                @SuppressWarnings("AsyncWithoutAwait") static class Nested { @Async Coroutine<Void> a() { return done(); } }
                """).about(ID).reports();
    }
}
