package dev.fermata.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.check.AsyncFacts.Method;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AsyncFactsTest {
    private static List<String> shown(List<Method> methods) {
        return methods.stream()
                .map(method -> method.className() + "." + method.name() + method.descriptor() + " " + method.kind())
                .toList();
    }

    @Test
    void plainClass_hasNothingToRewrite() {
        AsyncFacts facts = Checked.file("""
                class Subject {
                    Runnable r = () -> {};
                    Object o = new Object() { public String toString() { return ""; } };
                    Coroutine<String> plain(AsyncSupplier<String> s) throws Exception { return s.get(); }
                }
                """).facts();
        assertThat(facts).isEqualTo(AsyncFacts.NONE);
        assertThat(Checked.file(
                                "interface Declares { @Async Coroutine<String> go(); @Yields Generator<String> all(); }\n")
                        .facts())
                .isEqualTo(AsyncFacts.NONE);
    }

    @Test
    void annotatedMethods_haveErasedDescriptors() {
        AsyncFacts facts = Checked.file("""
                class Subject<E extends Comparable<E>> {
                    @Async <T extends Number & Serializable> Coroutine<T> a(E e, T[] t, List<? super E>[][] l, int... i) { return result(null); }
                    @Yields static Generator<String> b(boolean b, byte c, short d, char e, long f, float g, double h) { return Generator.end(); }
                    @Async AsyncGenerator<E> c(Map.Entry<E, Inner> x) { return AsyncGenerator.end(); }
                    class Inner { @Async Coroutine<Void> d(Subject<E>.Inner i) { return done(); } }
                }
                """).facts();
        assertThat(shown(facts.methods()))
                .containsExactly(
                        "demo/Subject.a(Ljava/lang/Comparable;[Ljava/lang/Number;[[Ljava/util/List;[I)Ldev/fermata/Coroutine; COROUTINE",
                        "demo/Subject.b(ZBSCJFD)Ldev/fermata/Generator; GENERATOR",
                        "demo/Subject.c(Ljava/util/Map$Entry;)Ldev/fermata/AsyncGenerator; ASYNC_GENERATOR",
                        "demo/Subject$Inner.d(Ldemo/Subject$Inner;)Ldev/fermata/Coroutine; COROUTINE");
        assertThat(facts.methods().get(0).tree().getName().toString()).isEqualTo("a");
        assertThat(facts.touchesLanguage()).isTrue();
        assertThat(facts.anonymousMethods()).isEmpty();
    }

    @Test
    void lambdas_giveTheirInterfaces() {
        AsyncFacts facts = Checked.file("""
                class Subject {
                    interface Sub<X> extends AsyncSupplier<X> {}
                    static final AsyncSupplier<String> FIELD = () -> result("x");
                    AsyncFunction<String, String> f = s -> result(s);
                    Object o = (Serializable & Sub<String>) () -> result("x");
                    Runnable r = () -> { Supplier<Coroutine<String>> s = () -> result("x"); };
                    AsyncSupplier<String> reference = Subject::go;
                    static Coroutine<String> go() { return null; }
                }
                """).facts();
        assertThat(facts.lambdaInterfaces())
                .containsExactlyInAnyOrder(
                        "dev/fermata/AsyncSupplier", "dev/fermata/AsyncFunction", "demo/Subject$Sub");
        assertThat(facts.touchesLanguage()).isTrue();
    }

    @Test
    void methodReferencesAlone_areNothingToRewrite() {
        assertThat(Checked.file("""
                class Subject {
                    AsyncSupplier<String> reference = Subject::go;
                    static Coroutine<String> go() { return null; }
                }
                """).facts()).isEqualTo(AsyncFacts.NONE);
    }

    @Test
    void awaitAnywhere_touchesTheLanguage() {
        assertThat(Checked.file("class A { void m(Coroutine<String> c) { Coroutine.await(c); } }\n")
                        .facts()
                        .touchesLanguage())
                .isTrue();
    }

    @Test
    void anonymousMethods_areThoseWithoutTheAnnotation() {
        AsyncFacts facts = Checked.file("""
                class Subject {
                    Object a = new AsyncSupplier<String>() {
                        public Coroutine<String> get() { return result("x"); }
                        Coroutine<String> other() { return result("x"); }
                    };
                    Object b = new AsyncFunction<String, int[]>() { @Async public Coroutine<int[]> apply(String s) { return result(null); } };
                    Object c = new AsyncFunction<String, int[]>() { public Coroutine<int[]> apply(String s) { return result(null); } };
                }
                """).facts();
        assertThat(shown(facts.anonymousMethods()))
                .containsExactly(
                        "demo/Subject$1.get()Ldev/fermata/Coroutine; COROUTINE",
                        "demo/Subject$3.apply(Ljava/lang/String;)Ldev/fermata/Coroutine; COROUTINE");
        assertThat(shown(facts.methods()))
                .containsExactly("demo/Subject$2.apply(Ljava/lang/String;)Ldev/fermata/Coroutine; COROUTINE");
        assertThat(shown(Checked.file(
                                "enum E { A { Coroutine<Void> go() { return done(); } }; @Async abstract Coroutine<Void> go(); }\n")
                        .facts()
                        .anonymousMethods()))
                .containsExactly("demo/E$1.go()Ldev/fermata/Coroutine; COROUTINE");
    }

    @Test
    void namesOfClasses_areThoseOfTheClassFiles(@TempDir Path output) throws IOException {
        Checked checked = Checked.compiled(output, """
                class Subject {
                    static <T> T apply(Function<? super T, ? extends T> f, AsyncSupplier<T> s) { return null; }
                    static AsyncSupplier<String> made(AsyncSupplier<String> s) { return s; }
                    Runnable r = () -> made(new AsyncSupplier<>() { public Coroutine<String> get() { return result("x"); } });
                    void m() {
                        class Local { @Async Coroutine<Void> a() { return done(); } }
                        Runnable s = () -> { class Other { @Async Coroutine<Void> b() { return done(); } } };
                        apply(x -> {
                            class Third { @Async Coroutine<Void> c() { return done(); } }
                            return made(new AsyncSupplier<String>() { public Coroutine<String> get() { return result("x"); } }).toString();
                        }, new AsyncSupplier<String>() { public Coroutine<String> get() {
                            new Object() { @Async Coroutine<Void> d() { return done(); } };
                            return result("x");
                        } });
                    }
                }
                """);
        assertThat(checked.javac()).isEmpty();
        AsyncFacts facts = checked.facts();
        List<Method> all = Stream.concat(facts.methods().stream(), facts.anonymousMethods().stream())
                .toList();
        assertThat(all).hasSize(7);
        assertThat(all.stream().map(Method::className)).doesNotHaveDuplicates().allSatisfy(name -> {
            Path file = output.resolve(name + ".class");
            assertThat(file).exists();
            // Each of these classes has only the one method of its kind, whose name its class file must hold.
            assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .contains(all.stream()
                            .filter(method -> method.className().equals(name))
                            .findFirst()
                            .orElseThrow()
                            .name());
        });
    }

    @Test
    void methodsWithAFault_areLeftOut() {
        AsyncFacts facts = Checked.file(
                        "class A { @Async void a() {} @Async Coroutine<Void> b() { return done(); } }\n")
                .facts();
        assertThat(shown(facts.methods())).containsExactly("demo/A.b()Ldev/fermata/Coroutine; COROUTINE");
    }
}
