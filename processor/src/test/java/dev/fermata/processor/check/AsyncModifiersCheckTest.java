package dev.fermata.processor.check;

import org.junit.jupiter.api.Test;

final class AsyncModifiersCheckTest {
    @Test
    void synchronized_isReportedAtTheName() {
        Checked.members("@Async synchronized Coroutine<Integer> §next() { return result(1); }\n")
                .reports(
                        "[AsyncModifiers] @Async method 'next' is synchronized; its monitor would be held across suspensions\n"
                                + "  Remove synchronized and guard the state with AsyncLock.");
    }

    @Test
    void synchronizedGenerator_isReported() {
        Checked.members("@Yields static synchronized Generator<Integer> §walk() { return Generator.end(); }\n")
                .reports(
                        "[AsyncModifiers] @Yields method 'walk' is synchronized; its monitor would be held across suspensions\n"
                                + "  Remove synchronized and guard the state where no yield is.");
    }

    @Test
    void native_isReported() {
        Checked.members("@Async native Coroutine<Integer> §next();\n")
                .reports("[AsyncModifiers] @Async method 'next' is native; it has no body that could be rewritten\n"
                        + "  Remove @Async and call next() from a method that carries it.");
    }

    @Test
    void bothAnnotations_areReported_oncePerMethod() {
        Checked.members("@Async @Yields synchronized Generator<Integer> §next() { return Generator.end(); }\n")
                .reports(
                        "[AsyncModifiers] method 'next' carries @Async and @Yields; one would rewrite what the other does\n"
                                + "  Keep @Yields and return Generator<T>, or keep @Async and return AsyncGenerator<T>.");
    }

    @Test
    void modifiers_areLookedAtBeforeTheReturnType_andTheBodyIsNotChecked() {
        Checked.members("""
                @Async synchronized void §next() { Runnable r = () -> await(read()); }
                """).reportsOnly("AsyncModifiers");
    }

    @Test
    void recordComponent_isReportedAtTheComponent() {
        Checked.file("record Point(@Async Coroutine<Integer> §x, int y, @Yields Generator<Integer> §z) {}\n")
                .reports(
                        "[AsyncModifiers] @Async on record component 'x' lands on its accessor; that has no body to rewrite\n"
                                + "  Remove @Async, or declare a method with a body that carries it.",
                        "[AsyncModifiers] @Yields on record component 'z' lands on its accessor; that has no body to rewrite\n"
                                + "  Remove @Yields, or declare a method with a body that carries it.");
    }

    @Test
    void accessorWithABody_isPermitted() {
        Checked.file("""
                record Point(Coroutine<Integer> x, int y) {
                    @Async public Coroutine<Integer> x() { return result(await(x)); }
                }
                record Nested(int a) { record Inner(@Async Coroutine<Integer> §b) {} }
                """).reportsOnly("AsyncModifiers");
    }

    @Test
    void synchronizedMethodOfAnonymousClass_isReported() {
        Checked.members("""
                Object a = new AsyncSupplier<String>() {
                    public synchronized Coroutine<String> §get() { return result(await(read())); }
                    synchronized void other() {}
                };
                """).reportsOnly("AsyncModifiers");
    }

    @Test
    void otherModifiersAndHomes_arePermitted() {
        Checked.file("""
                interface I {
                    @Async Coroutine<Void> a();
                    @Async default Coroutine<Void> b() { return done(); }
                    @Async static Coroutine<Void> c() { return done(); }
                    @Async private Coroutine<Void> d() { return done(); }
                }
                abstract class A {
                    @Async abstract Coroutine<Void> a();
                    @Async protected final <T> Coroutine<T> b(T... more) { return result(more[0]); }
                    @Async strictfp private static Coroutine<Void> c() { return done(); }
                    synchronized Coroutine<Void> plain() { return done(); }
                    native Coroutine<Void> alsoPlain();
                }
                enum E { X { @Async Coroutine<Void> go() { return done(); } }; @Async Coroutine<Void> go() { return done(); } }
                class Subject {
                    Object o = new Object() { @Async Coroutine<Void> go() { return done(); } };
                    void m() { class Local { @Yields Generator<Void> go() { return Generator.end(); } } }
                }
                """, "-Xlint:none").about("AsyncModifiers").isClean();
    }
}
