package dev.fermata.processor.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CancellationSwallowedCheckTest {
    private static Checked code(String statements) {
        return Checked.members("@Async Coroutine<Void> go(boolean b) throws Exception {\n" + statements
                + "\nreturn done();\n}\nvoid log() { }\n");
    }

    private static String caught(String type) {
        return "[CancellationSwallowed] catch (" + type
                + ") around an await takes CancelledError too; the task could not be cancelled\n"
                + "  Catch Exception, or rethrow: catch (CancelledError e) { throw e; }";
    }

    private static String left(String jump) {
        return "[CancellationSwallowed] " + jump
                + " out of a finally around an await drops CancelledError too; the task could not be cancelled\n"
                + "  Move the " + jump + " behind the finally block.";
    }

    @Test
    void catchClause_isReportedWhereItBegins() {
        code("""
                try { await(read()); } §catch (Throwable t) { log(); }
                try { await(read()); } §catch (Error e) { log(); }
                try { await(read()); } catch (Exception e) { log(); } §catch (final Error e) { log(); }
                """)
                .warns(
                        "[CancellationSwallowed] catch (Throwable) around an await takes CancelledError too; the task could not be cancelled\n"
                                + "  Catch Exception, or rethrow: catch (CancelledError e) { throw e; }",
                        caught("Error"),
                        caught("Error"));
    }

    @Test
    void cancelledErrorItself_andUnions_areReported() {
        code("""
                try { await(read()); } §catch (CancelledError e) { log(); }
                try { await(read()); } §catch (RuntimeException | Error e) { log(); }
                try { await(read()); } §catch (RuntimeException | CancelledError e) { log(); } catch (Throwable t) { log(); }
                """)
                .warns(
                        "[CancellationSwallowed] catch (CancelledError) around an await does not rethrow it; the task could not be cancelled\n"
                                + "  Rethrow it at the end of the block: throw e;",
                        caught("Error"),
                        "[CancellationSwallowed] catch (CancelledError) around an await does not rethrow it; the task could not be cancelled\n"
                                + "  Rethrow it at the end of the block: throw e;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "try { suspend(1); } §catch (Throwable t) { log(); }",
                "try { for (String s : lines()) log(); } §catch (Throwable t) { log(); }",
                "try { AsyncIterator<String> i = lines().iterator(); while (i.hasNext()) log(); } §catch (Throwable t) { log(); }",
                "try (AsyncGenerator<String> g = null) { log(); } §catch (Throwable t) { log(); }",
                "try (Reader r = new StringReader(await(read()))) { log(); } §catch (Throwable t) { log(); }",
                "try { if (b) { try { await(read()); } finally { log(); } } } §catch (Throwable t) { log(); }",
                "try { await(read()); } §catch (Throwable t) { Runnable r = () -> { throw new IllegalStateException(); }; }",
                "AsyncSupplier<Void> s = () -> { try { await(read()); } §catch (Throwable t) { log(); } return done(); };",
            })
    void anySuspensionOfTheTry_counts(String statements) {
        code(statements).about("CancellationSwallowed").reportsOnly("CancellationSwallowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "try { await(read()); } catch (Exception e) { log(); }",
                "try { await(read()); } catch (IllegalStateException | StackOverflowError e) { log(); }",
                "try { await(read()); } catch (Throwable t) { log(); throw t; }",
                "try { await(read()); } catch (Throwable t) { if (b) { throw new IllegalStateException(t); } log(); }",
                "try { await(read()); } catch (CancelledError e) { throw e; } catch (Throwable t) { log(); }",
                "try { log(); } catch (Throwable t) { log(); }",
                "try { AsyncSupplier<String> s = () -> result(await(read())); } catch (Throwable t) { log(); }",
                "try { log(); } catch (Throwable t) { await(read()); } finally { await(read()); }",
                "await(read()); try { log(); } catch (Throwable t) { log(); } await(read());",
                "try { await(read()); } finally { for (;;) { if (b) { continue; } break; } }",
                "try { await(read()); } finally { switch (1) { case 1: break; default: log(); } }",
                "for (;;) { try { await(read()); break; } finally { log(); } }",
                "for (;;) { try { log(); } finally { break; } }",
                "try { await(read()); } finally { Supplier<String> s = () -> { return \"\"; }; }",
                "try { await(read()); } finally { here: { if (b) break here; log(); } }",
            })
    void whatLetsItPass_isNot(String statements) {
        code(statements).about("CancellationSwallowed").isClean();
    }

    @Test
    void jumpsOutOfFinally_areReported() {
        code("""
                outer: for (;;) {
                    try { await(read()); } finally { if (b) §continue; }
                    try { await(read()); } finally { for (;;) { if (b) §continue outer; if (b) §break outer; break; } }
                    try { await(read()); } finally { §break; }
                }
                try { await(read()); } finally { try { log(); } finally { if (b) §return done(); } }
                """).warns(left("continue"), left("continue"), left("break"), left("break"), left("return"));
    }

    @Test
    void yields_areNoSuspensionsHere() {
        Checked.members("""
                @Async AsyncGenerator<Integer> a() {
                    try { AsyncGenerator.yield(1); } catch (Throwable t) { hashCode(); }
                    try { AsyncGenerator.yield(await(read())); } §catch (Throwable t) { hashCode(); }
                    return AsyncGenerator.end();
                }
                @Yields Generator<Integer> b() { try { Generator.yield(1); } catch (Throwable t) { hashCode(); } return Generator.end(); }
                """).reportsOnly("CancellationSwallowed");
    }

    @Test
    void innerAndOuterTry_areReportedEach() {
        code("try { try { await(read()); } §catch (Throwable t) { log(); } } §catch (Throwable t) { log(); }")
                .warns(caught("Throwable"), caught("Throwable"));
    }

    @Test
    void suppression_works() {
        Checked.members("""
                @SuppressWarnings("CancellationSwallowed") @Async Coroutine<Void> a() { try { await(read()); } catch (Throwable t) { hashCode(); } return done(); }
                """).isClean();
    }
}
