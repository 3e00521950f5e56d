package dev.fermata.processor.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What companions look like. All that is compiled here is compiled with every warning of javac as an error. */
final class CompanionsTest {
    private static final String NULLABLE = """
            package jakarta;
            import java.lang.annotation.*;
            @Target({ElementType.METHOD, ElementType.PARAMETER})
            public @interface Nullable {}
            """;

    /** The methods of a companion, without its constructors. */
    private static List<String> methods(Bridged bridged, String type) {
        String simple = type.substring(type.lastIndexOf('.') + 1);
        return bridged.isClean().signatures(type).stream()
                .filter(it -> !it.matches("(\\w+ )?" + simple + "\\(.*"))
                .toList();
    }

    private static void assertSame(Bridged bridged, String type, String... signatures) {
        assertThat(methods(bridged, type)).containsExactly(signatures);
    }

    @Test
    void companions_areTheseTexts() {
        Bridged bridged = Bridged.of("""
                package a;
                @Bridge
                public class Shop {
                    /**
                     * Looks a price up. It may take a while.
                     *
                     * @param item what is sold
                     */
                    @Async public Coroutine<Integer> price(String item) throws IOException {
                        await(Asyncio.sleep(java.time.Duration.ZERO));
                        return result(item.length());
                    }
                }
                """).isClean();

        assertThat(bridged.written()).containsExactly("a.ShopBlocking", "a.ShopFutures");
        assertThat(bridged.source("a.ShopBlocking")).isEqualTo("""
                package a;

                import dev.fermata.asyncio.Asyncio;
                import dev.fermata.asyncio.BlockingCaller;
                import dev.fermata.asyncio.EventLoop;
                import java.io.IOException;
                import java.lang.Integer;
                import java.lang.String;
                import java.lang.SuppressWarnings;
                import java.util.Objects;
                import java.util.concurrent.CancellationException;
                import javax.annotation.processing.Generated;

                /**
                 * The coroutine functions of {@link Shop} for threads that wait: each call runs one to its end.
                 *
                 * <p>A call in the thread of a running loop is an {@link IllegalStateException}. An interrupt cancels the coroutine; a
                 * cancelled one is a {@link CancellationException}. More is said at {@link BlockingCaller}.
                 */
                @Generated("dev.fermata.processor")
                @SuppressWarnings({
                        "deprecation",
                        "exports",
                        "overloads",
                        "rawtypes",
                        "removal",
                        "unchecked",
                        "varargs"
                })
                public final class ShopBlocking {
                    private final Shop target;

                    private final BlockingCaller caller;

                    /**
                     * Runs each call on a loop of its own in the calling thread, as {@link Asyncio#run} does.
                     *
                     * @param target whose functions are called
                     */
                    public ShopBlocking(Shop target) {
                        this(target, BlockingCaller.ownLoop());
                    }

                    /**
                     * Runs all calls on a loop.
                     *
                     * @param target whose functions are called
                     * @param loop the loop, which runs in another thread
                     */
                    public ShopBlocking(Shop target, EventLoop loop) {
                        this(target, BlockingCaller.on(loop));
                    }

                    private ShopBlocking(Shop target, BlockingCaller caller) {
                        this.target = Objects.requireNonNull(target, "target");
                        this.caller = caller;
                    }

                    /**
                     * Runs {@link Shop#price(String)} and waits for its end.
                     *
                     * <p>Looks a price up.
                     *
                     * @param item as there
                     * @return what the coroutine returns
                     * @throws IOException as there
                     */
                    public Integer price(String item) throws IOException {
                        return this.caller.call(() -> this.target.price(item));
                    }
                }
                """);
        assertThat(bridged.source("a.ShopFutures")).endsWith("""
                public final class ShopFutures {
                    private final Shop target;

                    private final EventLoop loop;

                    /**
                     * Runs all calls on a loop.
                     *
                     * @param target whose functions are called
                     * @param loop the loop
                     */
                    public ShopFutures(Shop target, EventLoop loop) {
                        this.target = Objects.requireNonNull(target, "target");
                        this.loop = Objects.requireNonNull(loop, "loop");
                    }

                    /**
                     * Runs {@link Shop#price(String)} on the loop.
                     *
                     * <p>Looks a price up.
                     *
                     * @param item as there
                     * @return a future of its outcome
                     */
                    public CompletableFuture<Integer> price(String item) {
                        return Asyncio.runCoroutineThreadsafe(() -> this.target.price(item), this.loop);
                    }
                }
                """);
    }

    @Test
    void functions_withAndWithoutAsync_haveCounterparts_othersHaveNone() {
        Bridged bridged = Bridged.of("""
                package a;
                @Bridge
                abstract class Shop {
                    @Async Coroutine<Integer> async() { await(plain()); return result(1); }
                    Coroutine<Integer> plain() { return result(1); }
                    abstract Coroutine<Integer> later();
                    int sync() { return 1; }
                    java.util.concurrent.CompletableFuture<Integer> future() { return null; }
                    @Yields Generator<Integer> numbers() { return Generator.end(); }
                    private Coroutine<Integer> hidden() { return result(1); }
                    Coroutine<Integer> usesIt() { return hidden(); }
                }
                """);

        assertSame(
                bridged, "a.ShopBlocking", "Integer async()", "Integer plain()", "Integer later()", "Integer usesIt()");
    }

    @Test
    void results_areWhatTheCoroutineReturns_voidForVoid_theBoundForAWildcard() {
        Bridged bridged = Bridged.of("""
                package a;
                @Bridge
                interface Shop {
                    Coroutine<Void> nothing();
                    Coroutine<Integer> number();
                    Coroutine<int[]> array();
                    Coroutine<? extends Number> atMost();
                    Coroutine<? super Integer> atLeast();
                    Coroutine<?> any();
                    Coroutine<List<? super Integer>> inside();
                    <C extends Coroutine<String>> C bounded(C it);
                }
                """);

        assertSame(
                bridged,
                "a.ShopBlocking",
                "public void nothing()",
                "public Integer number()",
                "public int[] array()",
                "public Number atMost()",
                "public Object atLeast()",
                "public Object any()",
                "public List<? super Integer> inside()",
                "public <C extends Coroutine<String>> String bounded(C it)");
        assertSame(
                bridged,
                "a.ShopFutures",
                "public CompletableFuture<Void> nothing()",
                "public CompletableFuture<Integer> number()",
                "public CompletableFuture<int[]> array()",
                "public CompletableFuture<Number> atMost()",
                "public CompletableFuture<Object> atLeast()",
                "public CompletableFuture<Object> any()",
                "public CompletableFuture<List<? super Integer>> inside()",
                "public <C extends Coroutine<String>> CompletableFuture<String> bounded(C it)");
    }

    @Test
    void generics_ofTypeAndMethods_keepTheirBounds() {
        Bridged bridged = Bridged.of("""
                package a;
                @Bridge
                public class Shop<K extends Comparable<? super K> & Serializable, V> {
                    public <E extends V, X extends List<? super E>> Coroutine<Map<K, E>> find(X list, K[] keys) { return result(Map.of()); }
                }
                """);

        assertThat(bridged.source("a.ShopBlocking"))
                .contains("class ShopBlocking<K extends Comparable<? super K> & Serializable, V> {")
                .contains("private final Shop<K, V> target;")
                .contains("{@link Shop#find(List, Comparable[])}");
        assertSame(
                bridged,
                "a.ShopBlocking",
                "public <E extends V, X extends List<? super E>> Map<K, E> find(X list, K[] keys)");
    }

    @Test
    void exceptions_areDeclaredByBlockingOnly_thoseOfATypeVariableToo() {
        Bridged bridged = Bridged.of("""
                package a;
                @Bridge
                interface Shop<F extends Exception> {
                    <E extends Exception> Coroutine<String> read(Class<E> type) throws E, F, IOException, Error;
                    Coroutine<String> any() throws Throwable;
                }
                """);

        assertSame(
                bridged,
                "a.ShopBlocking",
                "public <E extends Exception> String read(Class<E> type) throws E, F, IOException, Error",
                "public String any() throws Throwable");
        assertSame(
                bridged,
                "a.ShopFutures",
                "public <E extends Exception> CompletableFuture<String> read(Class<E> type)",
                "public CompletableFuture<String> any()");
    }

    @Test
    void nullness_ofTypes_standsWhereItStood() {
        Bridged bridged = Bridged.of("""
                package a;
                import org.jspecify.annotations.*;
                @NullMarked @Bridge
                interface Shop<T extends @Nullable Object> {
                    Coroutine<@Nullable T> find(@Nullable String name);
                    Coroutine<@Nullable Void> nothing();
                    @Nullable Coroutine<List<@Nullable String>> maybe();
                    Coroutine<@Nullable String @Nullable []> arrays(String @Nullable [] outer, @Nullable String[]... inner);
                    Coroutine<Map.@Nullable Entry<String, ?>> nested();
                    <E extends @Nullable Object> AsyncGenerator<@Nullable E> rows(E first);
                }
                """);

        assertThat(bridged.source("a.ShopBlocking"))
                .contains("@NullMarked\nfinal class ShopBlocking<T extends @Nullable Object> {");
        assertSame(
                bridged,
                "a.ShopBlocking",
                "public @Nullable T find(@Nullable String name)",
                "public void nothing()",
                "public List<@Nullable String> maybe()",
                "public @Nullable String @Nullable [] arrays(String @Nullable [] outer, @Nullable String[]... inner)",
                "public Map. @Nullable Entry<String, ?> nested()",
                "public <E extends @Nullable Object> BlockingIterator<@Nullable E> rows(E first)");
        assertSame(
                bridged,
                "a.ShopFutures",
                "public CompletableFuture<@Nullable T> find(@Nullable String name)",
                "public CompletableFuture<@Nullable Void> nothing()",
                "public CompletableFuture<List<@Nullable String>> maybe()",
                "public CompletableFuture<@Nullable String @Nullable []> arrays(String @Nullable [] outer, @Nullable String[]... inner)",
                "public CompletableFuture<Map. @Nullable Entry<String, ?>> nested()");
    }

    @Test
    void nullness_ofDeclarations_standsAtParametersAndAtResultsOfBlocking() {
        Bridged bridged = Bridged.of(NULLABLE, """
                package a;
                import jakarta.Nullable;
                @Bridge
                interface Shop {
                    @Nullable Coroutine<String> find(@Nullable String name);
                    @Nullable Coroutine<Void> nothing();
                }
                """);

        assertSame(
                bridged,
                "a.ShopBlocking",
                "@Nullable public String find(@Nullable String name)",
                "public void nothing()");
        assertSame(
                bridged,
                "a.ShopFutures",
                "public CompletableFuture<String> find(@Nullable String name)",
                "public CompletableFuture<Void> nothing()");
    }

    @Test
    void nullMarked_aroundTheType_isRepeated() {
        Bridged bridged = Bridged.of("""
                package a;
                import org.jspecify.annotations.*;
                @NullMarked
                class Outer {
                    @Bridge interface Shop { @NullUnmarked Coroutine<String> find(); }
                    @NullUnmarked @Bridge interface Old { Coroutine<String> find(); }
                }
                """);

        assertThat(bridged.source("a.Outer_ShopBlocking")).contains("@NullMarked\nfinal class");
        assertThat(bridged.source("a.Outer_OldBlocking")).contains("@NullUnmarked\nfinal class");
        assertSame(bridged, "a.Outer_ShopBlocking", "@NullUnmarked public String find()");
    }

    @Test
    void varargs_stayVarargs_andSafeOnesSafe() {
        Bridged bridged = Bridged.of("""
                package a;
                @Bridge
                class Shop {
                    Coroutine<Integer> count(String... items) { return result(items.length); }
                    @SafeVarargs final <T> Coroutine<Integer> safe(T... items) { return result(items.length); }
                    @SuppressWarnings("unchecked") <T> Coroutine<Integer> unsafe(T... items) { return result(items.length); }
                }
                """, """
                package a;
                class Use { static Object main() {
                    ShopBlocking shop = new ShopBlocking(new Shop());
                    return List.of(shop.count(), shop.count("a", "b"), shop.safe(List.of(1), List.of(2)));
                } }
                """);

        assertSame(
                bridged,
                "a.ShopBlocking",
                "Integer count(String... items)",
                "@SafeVarargs final <T> Integer safe(T... items)",
                "<T> Integer unsafe(T... items)");
    }

    @Test
    void static_isStaticAndTakesALoop_whoseNameIsFree() {
        Bridged bridged = Bridged.of("""
                package a;
                @Bridge
                public final class Shop {
                    private Shop() {}
                    public static <T> Coroutine<T> pick(T loop, T other) { return result(loop); }
                }
                """);

        assertSame(
                bridged,
                "a.ShopBlocking",
                "public static <T> T pick(T loop, T other)",
                "public static <T> T pick(EventLoop loop2, T loop, T other)");
        assertSame(
                bridged,
                "a.ShopFutures",
                "public static <T> CompletableFuture<T> pick(EventLoop loop2, T loop, T other)");
        assertThat(bridged.signatures("a.ShopBlocking")).first().isEqualTo("private ShopBlocking()");
    }

    @Test
    void parameters_calledAsFieldsOfTheCompanion_areKeptApart() {
        Bridged bridged = Bridged.of("""
                package a;
                @Bridge
                class Shop {
                    Coroutine<String> f(String target, String caller, String loop) { return result(target + caller + loop); }
                }
                """, """
                package a;
                class Use { static Object main() { return new ShopBlocking(new Shop()).f("1", "2", "3"); } }
                """);

        assertThat(bridged.isClean().signatures("a.ShopBlocking"))
                .contains("String f(String target, String caller, String loop)");
    }

    @Test
    void visibility_isThatOfTheTypeAndOfTheFunctions() {
        Bridged bridged = Bridged.of("""
                package a;
                @Bridge
                public class Shop {
                    public Coroutine<String> open() { return result(""); }
                    protected Coroutine<String> forHeirs() { return result(""); }
                    Coroutine<String> ours() { return result(""); }
                    @Bridge protected static class Back { public Coroutine<String> open() { return result(""); } }
                    @Bridge public static class Front { public Coroutine<String> open() { return result(""); } }
                }
                """);

        assertThat(bridged.signatures("a.ShopBlocking"))
                .containsExactly(
                        "public ShopBlocking(Shop target)",
                        "public ShopBlocking(Shop target, EventLoop loop)",
                        "private ShopBlocking(Shop target, BlockingCaller caller)",
                        "public String open()",
                        "String forHeirs()",
                        "String ours()");
        assertThat(bridged.source("a.Shop_BackBlocking")).contains("\nfinal class Shop_BackBlocking {");
        assertThat(bridged.signatures("a.Shop_BackBlocking"))
                .startsWith(
                        "Shop_BackBlocking(Shop.Back target)", "Shop_BackBlocking(Shop.Back target, EventLoop loop)");
        assertThat(bridged.source("a.Shop_FrontFutures")).contains("\npublic final class Shop_FrontFutures {");
    }

    @Test
    void inherited_haveTheTypesThatTheHeirGivesThem() {
        Bridged bridged = Bridged.of("""
                package b;
                import org.jspecify.annotations.*;
                public abstract class Base<E, X extends Exception> {
                    public <T> Coroutine<Map<E, T>> pair(E one, List<? extends T> other) throws X { return result(Map.of()); }
                    public Coroutine<@Nullable E> orNull() { return result(null); }
                    protected Coroutine<E> outOfReach() { return result(null); }
                    Coroutine<E> ofThePackage() { return result(null); }
                    public abstract Coroutine<E> overridden();
                    public static Coroutine<Integer> ofClass() { return result(1); }
                }
                """, """
                package b;
                public interface Face<E> {
                    Coroutine<E> overridden();
                    default Coroutine<E[]> ofFace() { return result(null); }
                    static Coroutine<Integer> notInherited() { return result(1); }
                }
                """, """
                package a;
                @Bridge
                abstract class Shop<T> extends b.Base<List<T>, IOException> implements b.Face<List<T>> {
                    @Override public abstract Coroutine<List<T>> overridden();
                }
                """);

        assertSame(
                bridged,
                "a.ShopBlocking",
                "public List<T> overridden()",
                "public <T2> Map<List<T>, T2> pair(List<T> one, List<? extends T2> other) throws IOException",
                "public @Nullable List<T> orNull()",
                "public static Integer ofClass()",
                "public static Integer ofClass(EventLoop loop)",
                "public List<T>[] ofFace()");
        assertThat(bridged.source("a.ShopBlocking")).contains("{@link Shop#pair(Object, List)}");
    }

    @Test
    void inherited_byAnInterface_ofSeveralTheOneThatOverrides() {
        Bridged bridged = Bridged.of("""
                package a;
                @Bridge
                interface Shop extends Left, Right {}
                """, """
                package a;
                interface Top { Coroutine<? extends Number> count(); }
                """, """
                package a;
                interface Left extends Top {}
                """, """
                package a;
                interface Right extends Top { @Override Coroutine<? extends Integer> count(); }
                """);

        assertSame(bridged, "a.ShopBlocking", "public Integer count()");
    }

    @Test
    void innerClass_hasTheVariablesOfItsOuterOnes_eachWithANameOfItsOwn() {
        Bridged bridged = Bridged.of("""
                package a;
                class Outer<T extends Number> {
                    class Middle {
                        @Bridge class Inner<U, V> { <W> Coroutine<T> f(U u, V v, W w) { return result(null); } }
                    }
                }
                """);

        assertThat(bridged.source("a.Outer_Middle_InnerBlocking"))
                .contains("class Outer_Middle_InnerBlocking<T extends Number, U, V> {")
                .contains("private final Outer<T>.Middle.Inner<U, V> target;");
        assertSame(bridged, "a.Outer_Middle_InnerBlocking", "<W> T f(U u, V v, W w)");
    }

    @Test
    void kinds_recordsEnumsSealedAndFunctionalInterfaces_areBridged() {
        Bridged bridged = Bridged.of("""
                package a;
                @Bridge
                record Pair<T>(T left, Coroutine<T> right) {}
                """, """
                package a;
                @Bridge
                enum Color { RED { @Override Coroutine<String> f() { return result("r"); } }; abstract Coroutine<String> f(); }
                """, """
                package a;
                @Bridge
                sealed interface Face permits One { Coroutine<String> f(); }
                """, """
                package a;
                record One() implements Face { @Override public Coroutine<String> f() { return result("1"); } }
                """, """
                package a;
                @Bridge @FunctionalInterface
                interface Work { @Async Coroutine<String> f(); }
                """);

        assertSame(bridged, "a.PairBlocking", "public T right()");
        assertSame(bridged, "a.ColorBlocking", "String f()");
        assertSame(bridged, "a.FaceBlocking", "public String f()");
        assertSame(bridged, "a.WorkBlocking", "public String f()");
    }

    @Test
    void asyncGenerators_becomeIterators_andHaveNoFuture() {
        Bridged bridged = Bridged.of("""
                package a;
                @Bridge
                interface Shop {
                    AsyncGenerator<? extends Number> rows(String query) throws IOException;
                    Coroutine<String> one();
                }
                """, """
                package a;
                @Bridge
                interface Rows { AsyncGenerator<String> rows(); }
                """);

        assertSame(
                bridged,
                "a.ShopBlocking",
                "public BlockingIterator<Number> rows(String query) throws IOException",
                "public String one()");
        assertSame(bridged, "a.ShopFutures", "public CompletableFuture<String> one()");
        assertThat(bridged.written()).contains("a.RowsBlocking").doesNotContain("a.RowsFutures");
    }

    @Test
    void deprecated_staysDeprecated() {
        Bridged bridged = Bridged.of("""
                package a;
                @Bridge
                @Deprecated
                interface Shop {
                    @Deprecated(since = "2", forRemoval = true) Coroutine<String> old();
                }
                """);

        assertThat(bridged.isClean().source("a.ShopBlocking"))
                .contains("@Deprecated\nfinal class ShopBlocking")
                .contains(" * @deprecated as there\n */")
                .contains(
                        "     * @deprecated as there\n     */\n    @Deprecated(\n            since = \"2\",\n            forRemoval = true\n    )");
    }

    @Test
    void exclude_leavesFunctionsOut_withAllOverloads() {
        Bridged bridged = Bridged.of("""
                package a;
                @Bridge(exclude = {"out", "raw"})
                interface Shop {
                    Coroutine<String> in();
                    Coroutine<String> out();
                    Coroutine<String> out(int x);
                    @SuppressWarnings("rawtypes") Coroutine raw();
                }
                """);

        assertSame(bridged, "a.ShopBlocking", "public String in()");
    }

    @Test
    void overloads_areKeptApart() {
        Bridged bridged = Bridged.of("""
                package a;
                @Bridge
                interface Shop<T> {
                    Coroutine<String> f(T it);
                    Coroutine<Integer> f(int it);
                    <U extends T> Coroutine<Void> f(List<U> it);
                }
                """);

        assertSame(
                bridged,
                "a.ShopBlocking",
                "public String f(T it)",
                "public Integer f(int it)",
                "public <U extends T> void f(List<U> it)");
    }

    @Test
    void names_thatMeanSomethingElseThere_areWrittenInFull() {
        Bridged bridged = Bridged.of("""
                package a;
                class String {}
                """, """
                package a;
                class EventLoop {}
                """, """
                package a;
                class Objects {}
                """, """
                package a;
                @Bridge
                class Shop<Integer> {
                    Coroutine<String> f(EventLoop e, Objects o, java.lang.String s, Integer i, java.lang.Integer j) {
                        return result(null);
                    }
                }
                """);

        assertThat(methods(bridged, "a.ShopBlocking"))
                .containsExactly(
                        "String f(EventLoop e, Objects o, java.lang.String s, Integer i, java.lang.Integer j)");
    }

    @Test
    void variables_calledAsTheType_areCalledOtherwise() {
        Bridged bridged = Bridged.of("""
                package a;
                @Bridge
                class Shop<T> {
                    static <Shop> Coroutine<Shop> pick(Shop it) { return result(it); }
                }
                """);

        assertSame(
                bridged,
                "a.ShopBlocking",
                "static <Shop2> Shop2 pick(Shop2 it)",
                "static <Shop2> Shop2 pick(EventLoop loop, Shop2 it)");
    }

    @Test
    void unnamedPackage_isPossible() {
        assertThat(Bridged.of("class Bare { @dev.fermata.Bridge interface Shop { Coroutine<String> f(); } }".indent(0))
                        .isClean()
                        .written())
                .containsExactly("Bare_ShopBlocking", "Bare_ShopFutures");
    }

    @Test
    void comments_takeTheFirstSentence_ifItMeansTheSameThere() {
        assertThat(Docs.summary(" Reads.\n And more.\n")).hasValue("Reads.");
        assertThat(Docs.summary(" Reads version 1.5 of\n it. And more.\n")).hasValue("Reads version 1.5 of it.");
        assertThat(Docs.summary(" Reads\n @return it. all\n")).hasValue("Reads");
        assertThat(Docs.summary(" Reads\n\n <p>It. \n")).hasValue("Reads");
        for (String tied : Arrays.asList(
                " Reads {@link It}. More.",
                " Reads <b>it</b>.",
                " Reads a & b.",
                " Reads \\u002a/ it.",
                " @return it",
                " ")) {
            assertThat(Docs.summary(tied)).as(tied).isEmpty();
        }
    }

    @Test
    void comments_passDoclint() {
        Bridged bridged = Bridged.of(
                Bridged.javac().withOptions("-Xlint:all,-processing", "-Xdoclint:all/package", "-Werror"), """
                package a;
                /** A shop.
                 * @param <T> what it sells */
                @Bridge
                public interface Shop<T> {
                    /** Reads.
                     * @param <E> e
                     * @param it it
                     * @param more more
                     * @return r
                     * @throws E e
                     * @throws IOException i
                     * @deprecated d */
                    @Deprecated <E extends Exception> Coroutine<T> read(Map.Entry<T, ?> it, int[]... more) throws E, IOException;
                    /** Pays.
                     * @return nothing */
                    Coroutine<Void> pay();
                    /** Rows.
                     * @return rows */
                    static AsyncGenerator<String> rows() { return AsyncGenerator.end(); }
                }
                """);

        bridged.isClean();
    }

    @Test
    void checks_findNothingInCompanions() {
        Bridged bridged = Bridged.of(
                Bridged.javac().withOptions("-Xlint:all,-processing", "-Werror", "-Afermata.checks=error"), """
                package a;
                @Bridge
                public interface Shop {
                    Coroutine<String> read() throws IOException;
                    Coroutine<Void> pay();
                    AsyncGenerator<String> rows();
                    static Coroutine<Void> open() { return done(); }
                }
                """);

        bridged.isClean();
    }
}
