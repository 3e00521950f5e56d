package dev.fermata.processor.check;

import org.junit.jupiter.api.Test;

final class AsyncReturnTypeCheckTest {
    private static final String COROUTINE = "; a coroutine function returns Coroutine<T> or AsyncGenerator<T>";
    private static final String GENERATOR = "; a generator function returns Generator<T>";

    @Test
    void void_isReportedAtTheName() {
        Checked.members("@Async void §ping() { }\n")
                .reports(
                        "[AsyncReturnType] @Async method 'ping' returns void; a coroutine function returns Coroutine<T> or AsyncGenerator<T>\n"
                                + "  Return Coroutine<Void> and end with 'return done();'.");
    }

    @Test
    void valuesAreToBeWrapped() {
        Checked.members("""
                @Async String §a() { return "x"; }
                @Async int §b() { return 1; }
                @Async char[] §c() { return null; }
                @Async boolean §d() { return true; }
                @Async <T> Map<T, ? super List<? extends T>> §e() { return null; }
                @Async <T> T §f() { return null; }
                @Async Map.Entry<?, char[]> §g() { return null; }
                """)
                .reports(
                        coroutine("a", "String", "String"),
                        coroutine("b", "int", "Integer"),
                        coroutine("c", "char[]", "char[]"),
                        coroutine("d", "boolean", "Boolean"),
                        coroutine("e", "Map<T, ? super List<? extends ..", "Map<T, ? super List<? extends T>>"),
                        coroutine("f", "T", "T"),
                        coroutine("g", "Entry<?, char[]>", "Entry<?, char[]>"));
    }

    private static String coroutine(String method, String returned, String result) {
        return "[AsyncReturnType] @Async method '" + method + "' returns " + returned + COROUTINE
                + "\n  Return Coroutine<" + result + "> and end with 'return result(..);'.";
    }

    @Test
    void futures_mayBeReturned() {
        Checked.members("""
                @Async CompletableFuture<String> a() { return CompletableFuture.completedFuture(await(read())); }
                @Async <T> CompletionStage<? extends T> b(CompletionStage<T> t) { await(read()); return t; }
                @Async CompletionStage<?> c() { return CompletableFuture.completedStage(await(read())); }
                """).isClean();
    }

    @Test
    void rawFuturesAndTheirRelatives_areRefused() {
        Checked.file("""
                abstract class Own<T> extends CompletableFuture<T> {}
                class Subject {
                    @Async @SuppressWarnings("rawtypes") CompletableFuture §a() { return null; }
                    @Async @SuppressWarnings("rawtypes") CompletionStage §b() { return null; }
                    @Async Future<String> §c() { return null; }
                    @Async Own<String> §d() { return null; }
                    @Async <F extends CompletionStage<String>> F §e() { return null; }
                }
                """)
                .reports(
                        "[AsyncReturnType] @Async method 'a' returns the raw type CompletableFuture" + COROUTINE
                                + "\n  Return CompletableFuture<T>, the very type.",
                        "[AsyncReturnType] @Async method 'b' returns the raw type CompletionStage" + COROUTINE
                                + "\n  Return CompletionStage<T>, the very type.",
                        "[AsyncReturnType] @Async method 'c' returns Future<String>" + COROUTINE
                                + "\n  Return CompletableFuture<String>, the very type.",
                        "[AsyncReturnType] @Async method 'd' returns Own<String>" + COROUTINE
                                + "\n  Return CompletableFuture<String>, the very type.",
                        "[AsyncReturnType] @Async method 'e' returns F" + COROUTINE
                                + "\n  Return CompletableFuture<T>, the very type.");
    }

    @Test
    void rawSubAndSupertypes_areRefused() {
        Checked.file("""
                abstract class Own<T> extends Coroutine<T> {}
                class Subject {
                    @Async @SuppressWarnings("rawtypes") Coroutine §a() { return done(); }
                    @Async Own<String> §b() { return null; }
                    @Async Awaitable<String> §c() { return null; }
                    @Async @SuppressWarnings("rawtypes") AsyncGenerator §d() { return null; }
                    @Async Generator<String> §e() { return null; }
                    @Async AsyncIterable<String> §f() { return null; }
                    @Async <C extends Coroutine<String>> C §g() { return null; }
                }
                """)
                .reports(
                        "[AsyncReturnType] @Async method 'a' returns the raw type Coroutine" + COROUTINE
                                + "\n  Return Coroutine<T>, or Coroutine<Void> if there is no result.",
                        coroutine("b", "Own<String>", "String"),
                        coroutine("c", "Awaitable<String>", "String"),
                        "[AsyncReturnType] @Async method 'd' returns the raw type AsyncGenerator" + COROUTINE
                                + "\n  Return AsyncGenerator<T>.",
                        "[AsyncReturnType] @Async method 'e' returns Generator<String>" + COROUTINE
                                + "\n  Return AsyncGenerator<String>, or write @Yields instead of @Async.",
                        coroutine("f", "AsyncIterable<String>", "AsyncIterable<String>"),
                        coroutine("g", "C", "T"));
    }

    @Test
    void generatorFunctions_returnGenerators() {
        Checked.members("""
                @Yields Iterator<String> §a() { return null; }
                @Yields void §b() { Generator.yield(1); }
                @Yields AsyncGenerator<String> §c() { return null; }
                @Yields Coroutine<String> §d() { return null; }
                @Yields @SuppressWarnings("rawtypes") Generator §e() { return null; }
                """)
                .reports(
                        "[AsyncReturnType] @Yields method 'a' returns Iterator<String>" + GENERATOR
                                + "\n  Return Generator<T> and end with 'return Generator.end();'.",
                        "[AsyncReturnType] @Yields method 'b' returns void" + GENERATOR
                                + "\n  Return Generator<T> and end with 'return Generator.end();'.",
                        "[AsyncReturnType] @Yields method 'c' returns AsyncGenerator<String>" + GENERATOR
                                + "\n  Write @Async instead of @Yields, or return Generator<T>.",
                        "[AsyncReturnType] @Yields method 'd' returns Coroutine<String>" + GENERATOR
                                + "\n  Write @Async instead of @Yields, or return Generator<T>.",
                        "[AsyncReturnType] @Yields method 'e' returns the raw type Generator" + GENERATOR
                                + "\n  Return Generator<T> and end with 'return Generator.end();'.");
    }

    @Test
    void bodyOfAWrongSignature_isNotChecked() {
        Checked.members("""
                @Async void §ping() {
                    Runnable r = () -> await(read());
                    synchronized (this) { await(read()); }
                    class Local { @Async void pong() {} }
                }
                """).reportsOnly("AsyncReturnType");
    }

    @Test
    void abstractMethods_areChecked() {
        Checked.file("interface I { @Async void §a(); @Async Coroutine<Void> b(); @Yields Generator<String> c(); }\n")
                .reportsOnly("AsyncReturnType");
    }

    @Test
    void overrides_cannotNarrowOrWiden() {
        Checked.file("""
                abstract class Own<T> extends Coroutine<T> {}
                class Base { Awaitable<String> a() { return null; } @Async Coroutine<String> b() { return result("x"); } }
                class Sub extends Base {
                    @Override @Async Awaitable<String> §a() { return null; }
                    @Override @Async Own<String> §b() { return null; }
                }
                class Right extends Base {
                    @Override @Async Coroutine<String> a() { return result("x"); }
                    @Override Own<String> b() { return null; }
                }
                """).about("AsyncReturnType").reportsOnly("AsyncReturnType", "AsyncReturnType");
    }

    @Test
    void anonymousClass_thatNarrows_isPlain() {
        Checked.file("""
                abstract class Own<T> extends Coroutine<T> {}
                class Subject {
                    Object a = new AsyncSupplier<String>() { public Own<String> get() { return null; } };
                    Object b = new AsyncSupplier<String>() { @Async public Own<String> §get() { return null; } };
                }
                """).reportsOnly("AsyncReturnType");
    }

    @Test
    void theVeryTypes_arePermitted() {
        Checked.file("""
                class Subject<E> implements Iterable<E>, Supplier<Coroutine<E>> {
                    @Yields public Generator<E> iterator() { return Generator.end(); }
                    @Async public Coroutine<E> get() { return result(null); }
                    @Async Coroutine<?> a() { return done(); }
                    @Async Coroutine<? extends Number> b() { return result(1); }
                    @Async <T extends Comparable<T>> Coroutine<T> c(T t) { return result(t); }
                    @Async Coroutine<List<int[]>> d() { return result(null); }
                    @Async AsyncGenerator<? super E> e() { return AsyncGenerator.end(); }
                    @Yields static <T> Generator<T> f() { return Generator.end(); }
                }
                """).about("AsyncReturnType").isClean();
    }

    @Test
    void longNames_areCut() {
        String name = "aVeryLongNameThatNobodyWouldEverWriteButThatSomeGeneratorOfSourcesMightWellWrite";
        Checked.members("@Async Map<String, " + "List<".repeat(20) + "String" + ">".repeat(20) + "> §" + name
                        + "() { return null; }\n")
                .reports("[AsyncReturnType] @Async method 'aVeryLongNameT..' returns Map<String, Lis.."
                        + COROUTINE + "\n  Return Coroutine<Map<String, " + "List<".repeat(14)
                        + "L..> and end with 'return result(..);'.");
    }

    @Test
    void missingTypes_areLeftToJavac() {
        Checked.members("@Async Missing<String> a() { return await(read()); }\n")
                .isLeftToJavac();
        Checked.members("@Yields Missing b() { Generator.yield(1); return null; }\n")
                .isLeftToJavac();
        Checked.members("@Async Coroutine<Missing> b() { return result(await(read())); }\n")
                .isLeftToJavac();
    }
}
