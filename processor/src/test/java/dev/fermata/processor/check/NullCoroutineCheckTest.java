package dev.fermata.processor.check;

import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NullCoroutineCheckTest {
    @Test
    void null_isReportedAtTheLiteral() {
        Checked.members("@Async Coroutine<String> find() { return §null; }\n")
                .reports("[NullCoroutine] 'find' returns null instead of a coroutine; whoever awaits it fails\n"
                        + "  Write 'return result(null);'.");
    }

    @Test
    void cures_dependOnTheReturnType() {
        Checked.members("""
                @Async Coroutine<Void> a() { return §null; }
                @Yields Generator<Void> b() { return §null; }
                @Async AsyncGenerator<Void> c() { return §null; }
                AsyncSupplier<String> d = () -> §null;
                """)
                .reports(
                        "[NullCoroutine] 'a' returns null instead of a coroutine; whoever awaits it fails\n"
                                + "  Write 'return done();'.",
                        "[NullCoroutine] 'b' returns null instead of a generator; whoever iterates it fails\n"
                                + "  Write 'return Generator.end();'.",
                        "[NullCoroutine] 'c' returns null instead of a generator; whoever iterates it fails\n"
                                + "  Write 'return AsyncGenerator.end();'.",
                        "[NullCoroutine] a lambda for 'AsyncSupplier' returns null instead of a coroutine; whoever awaits it fails\n"
                                + "  Write 'return result(null);'.");
    }

    @Test
    void ofAFunctionThatReturnsAFuture_theFutureIsMissing() {
        Checked.members("@Async CompletionStage<Void> a() { await(read()); return §null; }\n")
                .reports("[NullCoroutine] 'a' returns null instead of a future; whoever awaits it fails\n"
                        + "  Write 'return CompletableFuture.completedFuture(null);'.");
    }

    @Test
    void null_isSeenThroughParenthesesCastsAndBranches() {
        Checked.members("""
                @Async Coroutine<String> a(boolean b) {
                    if (b) return (Coroutine<String>) (§null);
                    return await(size()) > 1 ? §null : b ? read() : (§null);
                }
                """).reportsOnly("NullCoroutine", "NullCoroutine", "NullCoroutine");
    }

    @Test
    void otherNulls_areNot() {
        Checked.members("""
                Coroutine<String> plain() { return null; }
                @Async Coroutine<String> a(Object o) {
                    Supplier<Coroutine<String>> s = () -> null;
                    new Object() { Object m() { return null; } };
                    if (o == null) { return result(null); }
                    return o.equals(null) ? read() : plain();
                }
                """).isClean();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NullCoroutine", "fermata", "all"})
    void suppression_onWhateverEncloses(String id) {
        String suppress = "@SuppressWarnings(\"" + id + "\") ";
        Checked.members(suppress + "@Async Coroutine<String> a() { return null; }\n")
                .isClean();
        Checked.members(suppress + "AsyncSupplier<String> a = () -> null;\n").isClean();
        Checked.members("void m() { " + suppress + "AsyncSupplier<String> a = () -> null; }\n")
                .isClean();
        Checked.members(suppress + "void m() { class L { @Async Coroutine<String> a() { return null; } } }\n")
                .isClean();
        Checked.members(suppress
                        + "static class In { class Inner { @Async Coroutine<String> a() { return null; } } }\n")
                .isClean();
        Checked.members("static final String ID = \"" + id + "\";\n"
                        + "@SuppressWarnings({\"other\", ID}) @Async Coroutine<String> a() { return null; }\n")
                .isClean();
    }

    @Test
    void otherSuppressions_doNotCount() {
        Checked.members("""
                @SuppressWarnings({"unchecked", "AwaitOutsideAsync"}) @Async Coroutine<String> a() { return §null; }
                void m() { @SuppressWarnings("all") int i; AsyncSupplier<String> s = () -> §null; }
                """).reportsOnly("NullCoroutine", "NullCoroutine");
        Checked.members(
                        "@SuppressWarnings({\"all\", \"fermata\", \"AwaitOutsideAsync\"}) void m() { await§(read()); }\n")
                .reportsOnly("AwaitOutsideAsync");
    }

    @Test
    void options_setTheSeverity() {
        String source = "class A { @Async Coroutine<String> a() { return null; } }\n";
        Checked.file(source).reportsAs(Diagnostic.Kind.ERROR);
        Checked.file(source, "-Afermata.check.NullCoroutine=note").reportsAs(Diagnostic.Kind.NOTE);
        Checked.file(source, "-Afermata.check.NullCoroutine=warn").reportsAs(Diagnostic.Kind.WARNING);
        Checked.file(source, "-Afermata.check.NullCoroutine=off").isClean();
        Checked.file(source, "-Afermata.checks=off").isClean();
        Checked.file(source, "-Afermata.check.NullCoroutine=warn", "-Afermata.checks=off")
                .reportsAs(Diagnostic.Kind.WARNING);
    }
}
