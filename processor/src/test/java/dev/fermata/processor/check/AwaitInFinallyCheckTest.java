package dev.fermata.processor.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AwaitInFinallyCheckTest {
    private static final String ID = "AwaitInFinally";
    private static final String TEXT =
            "[AwaitInFinally] await() in finally can be cancelled; the clean-up may stop half-way\n"
                    + "  Write await(Asyncio.shield(..)).";

    private static Checked code(String statements) {
        return Checked.members("""
                static void work() { }
                @Async Coroutine<Void> go(boolean b, CompletableFuture<String> future) throws Exception {
                """ + statements + "\nreturn done();\n}\n").about(ID);
    }

    @Test
    void await_isReportedAtTheCall() {
        code("try { work(); } finally { await§(read()); String s = Coroutine.await§(read()); }")
                .notes(TEXT, TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "try { work(); } catch (RuntimeException e) { work(); } finally { await§(read()); }",
                "try (var c = read()) { work(); } finally { await§(read()); }",
                "try { work(); } finally { if (b) { await§(read()); } }",
                "try { work(); } finally { for (String s : List.of(await§(read()))) work(); }",
                "try { work(); } finally { try { await§(read()); } catch (RuntimeException e) { work(); } }",
                "try { work(); } finally { try { work(); } catch (RuntimeException e) { await§(read()); } }",
                "try { work(); } finally { try { work(); } finally { await§(read()); } }",
                "try { try { work(); } finally { await§(read()); } } catch (RuntimeException e) { work(); }",
                "try { work(); } finally { await§(future); }",
                "try { work(); } finally { Asyncio.shield(size(await§(read()))); }",
                "try { work(); } finally { await(Asyncio.shield(read())); await§(read()); }",
                "while (b) { try { break; } finally { await§(read()); } }",
                "try { work(); } finally { int n = switch (1) { default -> { yield await§(size()); } }; }",
                "try { work(); } finally { await§(shield(read())); }",
            })
    void awaitsInFinally_areReported_atAnyDepth(String statements) {
        Checked.members("""
                static void work() { }
                static <T> Coroutine<T> shield(Coroutine<T> c) { return c; }
                @Async Coroutine<Void> go(boolean b, CompletableFuture<String> future) throws Exception {
                """ + statements + "\nreturn done();\n}\n").about(ID).notes(TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "try { work(); } finally { await(Asyncio.shield(read())); }",
                "try { work(); } finally { await((Asyncio.shield(read()))); }",
                "try { work(); } finally { await(Asyncio.waitFor(Asyncio.shield(read()), Duration.ZERO)); }",
                "try { work(); } finally { await(b ? Asyncio.shield(read()) : Asyncio.shield(read())); }",
                "try { work(); } finally { await(Asyncio.moveOnAfter(Duration.ZERO, () -> result(await(Asyncio.shield(read()))))); }",
                "try { await(read()); } finally { work(); }",
                "try { work(); } catch (RuntimeException e) { await(read()); } finally { work(); }",
                "try { work(); } finally { work(); } await(read());",
                "await(read()); try { work(); } finally { work(); }",
                "try { work(); } finally { AsyncSupplier<String> s = () -> result(await(read())); }",
                "try { work(); } finally { Object o = new Object() { @Async Coroutine<Void> m() { await(read()); return done(); } }; }",
                "try { work(); } finally { try (AsyncCloseable r = null) { work(); } }",
                "try { work(); } finally { for (String s : lines()) work(); }",
                "try { work(); } finally { suspend(null); }",
                "Runnable r = () -> { try { work(); } finally { work(); } }; await(read());",
            })
    void shielded_orElsewhere_areNot(String statements) {
        code(statements).reports();
    }

    @Test
    void shieldIsTheOneOfAsyncio_importedOrNot() {
        Checked.raw("""
                package demo;
                import dev.fermata.*;
                import static dev.fermata.Coroutine.*;
                import static dev.fermata.asyncio.Asyncio.shield;
                class Subject { @Async Coroutine<Void> a() { try { hashCode(); } finally { await(shield(done())); } return done(); } }
                """).about(ID).reports();
    }

    @Test
    void asyncLambdas_andGenerators_areLookedAt_plainCodeIsNot() {
        Checked.members("""
                AsyncSupplier<Void> s = () -> { try { hashCode(); } finally { await§(read()); } return done(); };
                @Async AsyncGenerator<Integer> g() { try { AsyncGenerator.yield(1); } finally { await§(read()); } return AsyncGenerator.end(); }
                void plain() { try { hashCode(); } finally { await(read()); } }
                """).about(ID).notes(TEXT, TEXT);
    }

    @Test
    void contextsInsideAFinally_startAnew() {
        Checked.members("""
                @Async Coroutine<Void> go() {
                    try { hashCode(); } finally {
                        AsyncSupplier<Void> s = () -> { try { hashCode(); } finally { await§(read()); } await(read()); return done(); };
                    }
                    return done();
                }
                """).about(ID).notes(TEXT);
    }

    @Test
    void suppression_works() {
        Checked.members("""
                @SuppressWarnings("AwaitInFinally") @Async Coroutine<Void> a() { try { hashCode(); } finally { await(read()); } return done(); }
                """).about(ID).reports();
    }
}
