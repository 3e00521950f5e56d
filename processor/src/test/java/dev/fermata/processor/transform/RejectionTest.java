package dev.fermata.processor.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RejectionTest {
    @Test
    void awaitUnderAMonitorIsRejectedAtItsLine() {
        String source = """
                class Held {
                    @Async Coroutine<Integer> f(Object lock) {
                        synchronized (lock) {
                            return result(await(g()));
                        }
                    }
                    @Async Coroutine<Integer> g() { return result(1); }
                }
                """;

        Rejection rejection = only(rejections("Held", source));

        assertThat(rejection.method()).isEqualTo("f");
        assertThat(rejection.line()).isEqualTo(7);
        assertThat(rejection.reason()).isEqualTo("holds a monitor across await()");
    }

    @Test
    void awaitAfterAReleasedMonitorIsAllowed() {
        String source = """
                class Released {
                    int n;
                    @Async Coroutine<Integer> f(Object lock) {
                        for (int i = 0; i < 3; i++) {
                            synchronized (lock) { if (n > 5) { break; } n++; }
                            await(g());
                        }
                        return result(await(g()));
                    }
                    @Async Coroutine<Integer> g() { return result(1); }
                }
                """;

        assertThat(transform("Released", source)).isInstanceOf(Outcome.Transformed.class);
    }

    @Test
    void awaitInAHandlerOutsideTheMonitorIsAllowed() {
        String source = """
                class Left {
                    @Async Coroutine<Integer> f(Object lock) {
                        try {
                            synchronized (lock) { throw new IllegalStateException(); }
                        } catch (IllegalStateException expected) {
                            return result(await(g()));
                        } finally {
                            await(g());
                        }
                    }
                    @Async Coroutine<Integer> g() { return result(1); }
                }
                """;

        assertThat(transform("Left", source)).isInstanceOf(Outcome.Transformed.class);
    }

    @Test
    void awaitInAPlainMethodIsRejected() {
        Rejection rejection =
                only(rejections("Plain", "class Plain { Object f(Awaitable<?> a) { return await(a); } }"));

        assertThat(rejection.line()).isEqualTo(4);
        assertThat(rejection.reason())
                .isEqualTo("calls await() and is neither a coroutine function nor a generator function");
    }

    @Test
    void awaitInAConstructorIsRejected() {
        Rejection rejection = only(rejections("Made", "class Made { Made(Awaitable<?> a) { await(a); } }"));

        assertThat(rejection.method()).isEqualTo("<init>");
    }

    @Test
    void awaitInAGeneratorIsRejected() {
        String source = "class Gen { @Yields Generator<?> f(Awaitable<?> a) { await(a); return Generator.end(); } }";

        assertThat(only(rejections("Gen", source)).reason()).isEqualTo("is no place for await()");
    }

    @Test
    void wrongReturnTypeIsRejected() {
        assertThat(only(rejections("Wrong", "class Wrong { @Async int f() { return 1; } }"))
                        .reason())
                .isEqualTo("returns int and not dev.fermata.Coroutine");
    }

    @Test
    void synchronizedFunctionIsRejected() {
        String source = "class Sync { @Async synchronized Coroutine<Void> f() { return done(); } }";

        assertThat(only(rejections("Sync", source)).reason()).startsWith("is synchronized");
    }

    @Test
    void bodyThatJavacMergedWithThatOfAPlainLambdaIsRejected() {
        String source = """
                class Merged {
                    AsyncSupplier<Integer> lazy() { return () -> result(1); }
                    java.util.function.Supplier<Coroutine<Integer>> eager() { return () -> result(1); }
                }
                """;
        byte[] merged = ClassFiles.compile("Merged", source, "-g:none").get("Merged");

        assertThat(only(((Outcome.Rejected) transform(merged)).rejections()).reason())
                .isEqualTo("is the body of an equal plain lambda, too, merged by javac; compile with -g");
        assertThat(transform("Merged", source)).isInstanceOf(Outcome.Transformed.class);
    }

    @Test
    void allRejectionsOfAClassAreTold() {
        String source = "class Two { @Async int f() { return 1; } @Async int g() { return 1; } }";

        assertThat(rejections("Two", source)).extracting(Rejection::method).containsExactly("f", "g");
    }

    @Test
    void bodyThatGrowsPastTheLimitOfTheClassFileIsRejected() {
        String source = "class Large { @Async static Coroutine<Integer> f(Awaitable<Integer> a) { int n = 0;\n"
                + "n += await(a);\n".repeat(1500) + "return result(n); } }";

        Rejection rejection = only(rejections("Large", source));

        assertThat(rejection.method()).isEqualTo("f");
        assertThat(rejection.descriptor()).isEqualTo("(Ldev/fermata/Awaitable;)Ldev/fermata/Coroutine;");
        assertThat(rejection.reason())
                .startsWith("is too large when rewritten (")
                .endsWith("split it");
    }

    @Test
    void classFileOfTheFutureIsRejectedByItsNumber() {
        byte[] future = ClassFiles.compile("Plain", "class Plain { }").get("Plain");
        future[7] = 99;

        Rejection rejection = only(((Outcome.Rejected) transform(future)).rejections());

        assertThat(rejection.reason()).startsWith("has class file version 99").contains("--release");
    }

    @Test
    void classFileWithoutNestsIsRejected() {
        byte[] old = ClassFiles.compile("Old", "class Old { @Async Coroutine<Void> f() { return done(); } }")
                .get("Old");
        old[7] = 52;

        assertThat(only(((Outcome.Rejected) transform(old)).rejections()).reason())
                .isEqualTo("is in a class file older than Java 11; compile with --release 17");
    }

    private static Rejection only(List<Rejection> rejections) {
        assertThat(rejections).hasSize(1);
        return rejections.get(0);
    }

    private static List<Rejection> rejections(String name, String source) {
        Outcome outcome = transform(name, source);
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        return ((Outcome.Rejected) outcome).rejections();
    }

    private static Outcome transform(String name, String source) {
        return transform(ClassFiles.compile(name, source).get(name));
    }

    private static Outcome transform(byte[] classFile) {
        return Transformer.transform(classFile, Lookups.RUNTIME, TransformOptions.DEFAULTS);
    }
}
