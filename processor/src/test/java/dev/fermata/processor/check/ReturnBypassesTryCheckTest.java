package dev.fermata.processor.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReturnBypassesTryCheckTest {
    private static Checked code(String statements) {
        return Checked.members(
                "@Async Coroutine<String> go(boolean b) throws Exception {\n" + statements + "\n}\nvoid log() { }\n");
    }

    private static String text(String part) {
        return "[ReturnBypassesTry] the returned coroutine runs after the try is left; " + part
                + " it\n  Write return result(await(..));";
    }

    @Test
    void tryBlock_isReportedAtTheReturn_withWhatComesTooLate() {
        code("""
                if (b) try { §return read(); } catch (IllegalStateException e) { log(); } finally { log(); }
                if (b) try { §return read(); } catch (IllegalStateException e) { log(); }
                if (b) try { §return read(); } finally { log(); }
                try (Reader r = new StringReader("")) { §return read(); }
                """)
                .warns(
                        "[ReturnBypassesTry] the returned coroutine runs after the try is left; catch and finally do not see it\n"
                                + "  Write return result(await(..));",
                        text("catch does not see"),
                        text("finally does not see"),
                        text("the resources are closed before"));
    }

    @Test
    void catchBlockOfATryWithFinally_isReported() {
        code("try { log(); } catch (IllegalStateException e) { §return read(); } finally { log(); }\nreturn read();")
                .warns(text("finally does not see"));
    }

    @Test
    void nestedReturns_areReportedOnce() {
        code("""
                try { try { for (;;) { if (b) { §return read(); } } } finally { log(); } } catch (IllegalStateException e) { return result(""); }
                """).warns(text("finally does not see"));
        code("""
                try { try { log(); } catch (IllegalStateException e) { §return read(); } } catch (Exception e) { log(); }
                try { try { log(); } finally { if (b) { §return read(); } } } catch (Exception e) { log(); }
                return result("");
                """).warns(text("catch does not see"), text("catch does not see"));
    }

    @Test
    void anyCoroutine_isReported_alsoInOneBranch() {
        code("""
                Coroutine<String> c = read();
                try { if (b) §return c; §return b ? result("") : read(); } finally { log(); }
                """).warns(text("finally does not see"), text("finally does not see"));
    }

    @Test
    void asyncLambdas_andAnonymousClasses_are() {
        Checked.members("""
                AsyncSupplier<String> s = () -> { try { §return read(); } finally { hashCode(); } };
                Object o = new AsyncSupplier<String>() { public Coroutine<String> get() { try { §return read(); } finally { hashCode(); } } };
                """).reportsOnly("ReturnBypassesTry", "ReturnBypassesTry");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "try { return result(await(read())); } finally { log(); }",
                "try { return b ? result(\"\") : (Coroutine<String>) Coroutine.<String>result(\"\"); } finally { log(); }",
                "try { return switch (1) { case 1 -> result(\"\"); default -> { yield result(\"b\"); } }; } finally { log(); }",
                "try { log(); } catch (IllegalStateException e) { return read(); } return read();",
                "try (Reader r = new StringReader(\"\")) { log(); } catch (IOException e) { return read(); } return read();",
                "try { log(); } finally { log(); } return read();",
                "synchronized (lock) { return read(); }",
                "try { AsyncSupplier<String> s = () -> read(); Supplier<Object> t = () -> { return read(); }; } finally { log(); } return read();",
                "try { throw new IllegalStateException(); } finally { log(); }",
            })
    void whatRunsBeforeTheTryIsLeft_isNot(String statements) {
        code(statements).about("ReturnBypassesTry").isClean();
    }

    @Test
    void finallyItself_isNot() {
        code("try { log(); } finally { return read(); }").isClean();
    }

    @Test
    void done_andPlainMethods_areNot() {
        Checked.members("""
                @Async Coroutine<Void> a() { try { return done(); } finally { hashCode(); } }
                Coroutine<String> b() { try { return read(); } finally { hashCode(); } }
                """).about("ReturnBypassesTry").isClean();
    }

    @Test
    void null_isLeftToItsOwnCheck() {
        code("try { return §null; } finally { log(); }").reportsOnly("NullCoroutine");
    }

    @Test
    void suppression_works() {
        Checked.members("""
                @SuppressWarnings("ReturnBypassesTry") @Async Coroutine<String> a() { try { return read(); } finally { hashCode(); } }
                """).isClean();
    }
}
