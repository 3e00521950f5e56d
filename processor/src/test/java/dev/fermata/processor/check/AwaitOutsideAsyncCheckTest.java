package dev.fermata.processor.check;

import org.junit.jupiter.api.Test;

final class AwaitOutsideAsyncCheckTest {
    private static final String NOT_ASYNC = ", which is not a coroutine function; nothing could suspend here\n";

    @Test
    void methodsThatReturnFutures_goOnDoingSo() {
        Checked.members("""
                CompletableFuture<String> a() { return CompletableFuture.completedFuture(await§(read())); }
                Object b = new Supplier<CompletionStage<String>>() {
                    public CompletionStage<String> get() { return CompletableFuture.completedFuture(await§(read())); }
                };
                """)
                .reports(
                        "[AwaitOutsideAsync] await() in 'a', which is not a coroutine function; nothing could suspend here\n"
                                + "  Annotate a() with @Async and go on returning CompletableFuture<T>.",
                        "[AwaitOutsideAsync] await() in 'get', which is not a coroutine function; nothing could suspend here\n"
                                + "  Annotate get() with @Async and go on returning CompletionStage<T>.");
    }

    @Test
    void await_inPlainMethod_isReportedAtTheCall() {
        Checked.members("String load() { return await§(read()); }\n")
                .reports(
                        "[AwaitOutsideAsync] await() in 'load', which is not a coroutine function; nothing could suspend here\n"
                                + "  Annotate load() with @Async and return Coroutine<T>.");
    }

    @Test
    void qualifiedAwait_isReportedAtTheParenthesis() {
        Checked.members("""
                String load() {
                    return Coroutine
                        .<String>await§(read());
                }
                """)
                .reports("[AwaitOutsideAsync] await() in 'load'" + NOT_ASYNC
                        + "  Annotate load() with @Async and return Coroutine<T>.");
    }

    @Test
    void allOverloads_andSuspend_areReported() {
        Checked.members("""
                Object load(CompletableFuture<String> f) {
                    await§(f);
                    await§(read(), RuntimeException.class);
                    return suspend§("x");
                }
                """).reportsOnly("AwaitOutsideAsync", "AwaitOutsideAsync", "AwaitOutsideAsync");
    }

    @Test
    void nestedCalls_areReportedInTheOrderOfCarets() {
        Checked.members("int load() { return await§(size(await§(read()), Coroutine.await§(read()))); }\n")
                .reportsOnly("AwaitOutsideAsync", "AwaitOutsideAsync", "AwaitOutsideAsync");
        Checked.members(
                        "int load() { return size(await§(read())).asCoroutine().hashCode() + await§(read()).length(); }\n")
                .reportsOnly("AwaitOutsideAsync", "AwaitOutsideAsync");
    }

    @Test
    void await_inPlainLambda_namesItsInterface() {
        Checked.members("@Async Coroutine<Void> go() { Runnable r = () -> await§(read()); r.run(); return done(); }\n")
                .about("AwaitOutsideAsync")
                .reports("[AwaitOutsideAsync] await() in a lambda for 'Runnable'" + NOT_ASYNC
                        + "  Use AsyncSupplier or AsyncFunction instead of Runnable, or put @Async on Runnable.run().");
    }

    @Test
    void await_inYieldsMethod_isReported() {
        Checked.members(
                        "@Yields Generator<String> walk() { Generator.yield(await§(read())); return Generator.end(); }\n")
                .reports("[AwaitOutsideAsync] await() in 'walk'" + NOT_ASYNC
                        + "  Annotate walk() with @Async instead of @Yields and return AsyncGenerator<T>.");
    }

    @Test
    void await_inConstructor_isReported_alsoInItsCall() {
        Checked.members("""
                Subject(String s) {}
                Subject(int i) { this(await§(read())); await§(read()); }
                """)
                .reports(
                        "[AwaitOutsideAsync] await() in constructor 'Subject'" + NOT_ASYNC
                                + "  Move the await to an @Async method that makes the Subject.",
                        "[AwaitOutsideAsync] await() in constructor 'Subject'" + NOT_ASYNC
                                + "  Move the await to an @Async method that makes the Subject.");
    }

    @Test
    void await_inInitialisers_isReported() {
        Checked.members("""
                String field = await§(read());
                static String other;
                static { other = await§(read()); }
                { field = await§(read()); }
                """)
                .reports(
                        "[AwaitOutsideAsync] await() in field 'field'" + NOT_ASYNC
                                + "  Move the await to an @Async method.",
                        "[AwaitOutsideAsync] await() in a static initialiser" + NOT_ASYNC
                                + "  Move the await to an @Async method.",
                        "[AwaitOutsideAsync] await() in an instance initialiser" + NOT_ASYNC
                                + "  Move the await to an @Async method.");
    }

    @Test
    void await_inEnumConstant_isReported() {
        Checked.file("""
                enum Colour {
                    RED(await§(Coroutine.result("r"))) { String s() { return Coroutine.await§(Coroutine.result("s")); } };
                    Colour(String s) {}
                    String s() { return ""; }
                }
                """)
                .reports(
                        "[AwaitOutsideAsync] await() in enum constant 'RED'" + NOT_ASYNC
                                + "  Move the await to an @Async method.",
                        "[AwaitOutsideAsync] await() in 's'" + NOT_ASYNC
                                + "  Move the await to an @Async method; s() must return what Colour.s() does,"
                                + " and that is no coroutine.");
    }

    @Test
    void await_inRecord_isReported() {
        Checked.file("""
                record Point(int x) {
                    Point { x = await§(Coroutine.result(1)); }
                    static int y = await§(Coroutine.result(1));
                    public int x() { return await§(Coroutine.result(1)); }
                    @Async Coroutine<Integer> z() { return result(await(result(x))); }
                }
                """).reportsOnly("AwaitOutsideAsync", "AwaitOutsideAsync", "AwaitOutsideAsync");
    }

    @Test
    void methodReference_isReportedAnywhere() {
        Checked.members("""
                Function<Coroutine<String>, String> f = §Coroutine::await;
                @Async Coroutine<Void> go(Coroutine<String> c) {
                    Function<Object, Object> g = §Coroutine::suspend;
                    return done();
                }
                """)
                .about("AwaitOutsideAsync")
                .reports(
                        "[AwaitOutsideAsync] await() as a method reference; whoever calls it is not a coroutine function\n"
                                + "  Write a lambda for AsyncFunction or AsyncSupplier that calls await().",
                        "[AwaitOutsideAsync] suspend() as a method reference; whoever calls it is not a coroutine function\n"
                                + "  Write a lambda for AsyncFunction or AsyncSupplier that calls suspend().");
    }

    @Test
    void plainOverride_namesTheOverriddenMethod() {
        Checked.file("""
                class Base { @Async Coroutine<String> load() { return result("x"); } Coroutine<String> plain() { return null; } }
                class Sub extends Base implements Runnable {
                    @Override Coroutine<String> load() { return result(await§(super.load())); }
                    @Override Coroutine<String> plain() { return result(await§(load())); }
                    @Override public void run() { await§(load()); }
                }
                """)
                .about("AwaitOutsideAsync")
                .reports(
                        "[AwaitOutsideAsync] await() in 'load'" + NOT_ASYNC
                                + "  Annotate load() with @Async and return Coroutine<T>; @Async is not inherited from Base.load().",
                        "[AwaitOutsideAsync] await() in 'plain'" + NOT_ASYNC
                                + "  Annotate plain() with @Async and return Coroutine<T>, as the overridden Base.plain() does.",
                        "[AwaitOutsideAsync] await() in 'run'" + NOT_ASYNC
                                + "  Move the await to an @Async method; run() must return what Runnable.run() does,"
                                + " and that is no coroutine.");
    }

    @Test
    void namedClass_mustRepeatTheAnnotation() {
        Checked.members("""
                static class Named implements AsyncSupplier<String> {
                    public Coroutine<String> get() { return result(await§(read())); }
                }
                @Async Coroutine<Void> go() {
                    class Local implements AsyncSupplier<String> {
                        public Coroutine<String> get() { return result(await§(read())); }
                    }
                    class Right implements AsyncSupplier<String> {
                        @Async public Coroutine<String> get() { return result(await(read())); }
                    }
                    return done();
                }
                """).about("AwaitOutsideAsync").reportsOnly("AwaitOutsideAsync", "AwaitOutsideAsync");
    }

    @Test
    void nothingIsInheritedFromTheCodeAround() {
        Checked.members("""
                @Async Coroutine<Void> go() {
                    new Object() {
                        String x = await§(read());
                        { await§(read()); }
                        void m() { await§(read()); }
                        @Async Coroutine<String> n() { return result(await(read())); }
                    };
                    Supplier<Coroutine<String>> s = () -> result(await§(read()));
                    AsyncSupplier<String> a = () -> { Runnable r = () -> await§(read()); return result(await(read())); };
                    return done();
                }
                """)
                .about("AwaitOutsideAsync")
                .reportsOnly(
                        "AwaitOutsideAsync",
                        "AwaitOutsideAsync",
                        "AwaitOutsideAsync",
                        "AwaitOutsideAsync",
                        "AwaitOutsideAsync");
    }

    @Test
    void argumentsSelectorsSizesAndResources_belongToTheCodeAround() {
        Checked.members("""
                static abstract class Box { Box(Object o) {} abstract void m(); }
                @Async Coroutine<Integer> go() throws Exception {
                    new Box(await(read())) { void m() {} }.m();
                    int[] sizes = new int[await(size())];
                    synchronized (await(read())) { sizes[0]++; }
                    switch (await(read())) { case "a": break; default: }
                    int n = switch (await(size())) { case 1 -> await(size()); default -> { yield await(size()); } };
                    try (Reader r = new StringReader(await(read()))) { r.ready(); }
                    for (String s : List.of(await(read()))) { n += await(size(s)); }
                    assert await(size()) > 0;
                    return result(n + await(size()));
                }
                """).isClean();
    }

    @Test
    void asyncLambdas_mayAwaitAnywhere() {
        Checked.file("""
                class Subject {
                    static Coroutine<String> read() { return result("x"); }
                    static final AsyncSupplier<String> FIELD = () -> result(await(read()));
                    final AsyncFunction<String, String> f = s -> { return result(await(read()) + s); };
                    AsyncSupplier<String> set;
                    { set = () -> result(await(read())); }
                    static { AsyncSupplier<String> s = () -> result(await(read())); }
                    Subject() { this(() -> result(await(read()))); set = () -> result(await(read())); }
                    Subject(AsyncSupplier<String> s) {}
                    Object cast() { return (AsyncSupplier<String> & Serializable) () -> result(await(read())); }
                    Object cast2() { return (Serializable & AsyncSupplier<String>) (() -> result(await(read()))); }
                    <T> T generic(AsyncSupplier<T> s) { return null; }
                    String call(boolean b) { return generic(b ? () -> result(await(read())) : () -> read()); }
                }
                enum E { A(() -> result(await(Subject.read()))); E(AsyncSupplier<String> s) {} }
                """).isClean();
    }

    @Test
    void inheritedFunctionalInterfaces_areAsync_untilRedeclared() {
        Checked.file("""
                interface Sub<X> extends AsyncSupplier<X> {}
                interface More<X> extends Sub<List<X>> { default void m() {} boolean equals(Object o); }
                interface Plain<X> extends AsyncSupplier<X> { Coroutine<X> get(); }
                interface Opened<X> extends AsyncSupplier<X> { default Coroutine<X> get() { return null; } void other(); }
                interface Own { @Async Coroutine<String> go(int i, String... more); }
                interface A { Coroutine<String> get(); }
                interface B { @Async Coroutine<String> get(); }
                interface Both extends A, B {}
                class Subject {
                    Sub<String> a = () -> result(await(result("x")));
                    More<String> b = () -> result(List.of(await(result("x"))));
                    Plain<String> c = () -> result(await§(result("x")));
                    Opened<String> d = () -> await§(result("x"));
                    Own e = (i, more) -> result(await(result("x")));
                    Both f = () -> result(await(result("x")));
                }
                """)
                .reports(
                        "[AwaitOutsideAsync] await() in a lambda for 'Plain'" + NOT_ASYNC
                                + "  Use AsyncSupplier or AsyncFunction instead of Plain, or put @Async on Plain.get().",
                        "[AwaitOutsideAsync] await() in a lambda for 'Opened'" + NOT_ASYNC
                                + "  Use AsyncSupplier or AsyncFunction instead of Opened, or put @Async on Opened.other().");
    }

    @Test
    void anonymousClasses_areAsync_withOrWithoutTheAnnotation() {
        Checked.members("""
                Object a = new AsyncSupplier<String>() { public Coroutine<String> get() { return result(await(read())); } };
                Object b = new AsyncSupplier<String>() {
                    @Async @Override public Coroutine<String> get() { return result(await(read()) + help()); }
                    String help() { return await§(read()); }
                };
                abstract static class Base { @Async abstract Coroutine<String> go(); }
                abstract static class Redeclared extends Base { abstract Coroutine<String> go(); }
                Object c = new Base() { Coroutine<String> go() { return result(await(read())); } };
                Object d = new Redeclared() { Coroutine<String> go() { return result(await§(read())); } };
                enum E { A { Coroutine<String> go() { return result(await(read())); } }; @Async abstract Coroutine<String> go(); }
                """).reportsOnly("AwaitOutsideAsync", "AwaitOutsideAsync");
    }

    @Test
    void methodsOfOthersCalledAwait_areNot() {
        Checked.members("""
                static class Mine { static void await(Object o) {} void suspend(Object o) {} }
                void go(CountDownLatch latch) throws Exception {
                    latch.await(); Mine.await(1); new Mine().suspend(2);
                    Callable<Void> c = () -> { latch.await(); return null; };
                    Consumer<Object> d = Mine::await;
                }
                """).isClean();
    }

    @Test
    void callThroughSubclass_isReported() {
        Checked.members("""
                static abstract class Sub extends Coroutine<String> { String x() { return await§(read()); } }
                String y() { return Sub.await§(read()); }
                """).reportsOnly("AwaitOutsideAsync", "AwaitOutsideAsync");
    }

    @Test
    void main_isToldToRunTheLoop() {
        Checked.members("void main() { await§(read()); } public static void main(String... args) { await§(read()); }\n")
                .reports(
                        "[AwaitOutsideAsync] await() in 'main'" + NOT_ASYNC
                                + "  Move the await to an @Async method and give its coroutine to Asyncio.run(..).",
                        "[AwaitOutsideAsync] await() in 'main'" + NOT_ASYNC
                                + "  Move the await to an @Async method and give its coroutine to Asyncio.run(..).");
    }

    @Test
    void interfaceMethods_areJudgedAlone() {
        Checked.file("""
                interface I {
                    @Async default Coroutine<String> a() { return result(await(Coroutine.result("x"))); }
                    @Async static Coroutine<String> b() { return result(await(Coroutine.result("x"))); }
                    @Async private Coroutine<String> c() { return result(await(Coroutine.result("x"))); }
                    default String d() { return await§(a()); }
                    String E = await§(b());
                }
                """).reportsOnly("AwaitOutsideAsync", "AwaitOutsideAsync");
    }
}
