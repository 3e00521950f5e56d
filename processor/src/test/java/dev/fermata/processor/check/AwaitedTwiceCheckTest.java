package dev.fermata.processor.check;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AwaitedTwiceCheckTest {
    private static final String ID = "AwaitedTwice";
    private static final String MEMBERS = """
            static Coroutine<Integer> next() { return size(); }
            static void work() { }
            static void risky() throws IOException { }
            Coroutine<Integer> field;
            """;

    /** Statements of a coroutine function, with a coroutine in {@code c} and another in {@code d}. */
    private static Checked code(String statements) {
        return Checked.members(MEMBERS + """
                @Async Coroutine<Void> go(Coroutine<Integer> c, boolean b, int i, Object o, EventLoop loop, TaskGroup group) throws Exception {
                Coroutine<Integer> d = next();
                """ + statements + "\nreturn done();\n}\n")
                .about(ID);
    }

    private static String text(String variable) {
        return "[AwaitedTwice] coroutine '" + variable + "' is awaited again; a coroutine runs once\n"
                + "  Keep the first result, or make a task: Task<T> t = createTask(" + variable + ");";
    }

    @Test
    void secondAwait_isReportedAtTheCall() {
        code("int x = await(c); int y = await§(c); int z = Coroutine.await(d) + Coroutine.await§(d);")
                .reports(text("c"), text("d"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Asyncio.createTask(c)",
                "Asyncio.createTask(c, \"name\")",
                "Asyncio.gather(d, c)",
                "Asyncio.waitFor(c, Duration.ZERO)",
                "Asyncio.run(c)",
                "loop.createTask(c)",
                "loop.createTask(c, \"name\")",
                "loop.runUntilComplete(c)",
                "group.createTask(c)",
                "await(c)",
                "await((c))",
                "await((Coroutine<Integer>) c)",
                "await(c = next())",
                "await(Asyncio.gather(c, c))",
            })
    void callsThatRunACoroutine_areOnesThatMustNotBeRepeated(String first) {
        code("Object x = " + first + "; await§(c);").reports(text("c"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Asyncio.createTask§(c)",
                "Asyncio.gather§(c, d)",
                "Asyncio.gather§(d, c)",
                "Asyncio.gather§(c, c)",
                "Asyncio.waitFor§(c, Duration.ZERO)",
                "Asyncio.run§(c)",
                "loop.createTask§(c)",
                "loop.runUntilComplete§(c)",
                "group.createTask§(c)",
                "await§((c))",
            })
    void repetitions_areReported_whateverTheCall(String second) {
        code("await(c); Object x = " + second + ";").reports(text("c"));
    }

    @Test
    void oneCall_isReportedOnce_forTheFirstVariable() {
        code("await(c); await(d); Object x = Asyncio.gather§(d, c);").reports(text("d"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if (b) { await(c); } else { Asyncio.createTask(c); } await§(c);",
                "int x = b ? await(c) : await(c) + 1; await§(c);",
                "switch (i) { case 1 -> await(c); default -> await(c); } await§(c);",
                "switch (i) { case 1: work(); default: await(c); } await§(c);",
                "int x = switch (i) { case 1 -> await(c); default -> { yield await(c); } }; await§(c);",
                "if (b) { await(c); await§(c); }",
                "if (!b) return done(); await(c); await§(c);",
                "if (!b) return done(); else await(c); await§(c);",
                "if (await(c) > 0 && await§(c) > 1) work();",
                "if (await(c) > 0 || b) work(); await§(c);",
                "int x = Math.max(await(c), await§(c));",
                "int x = await(size(await(c), await§(c)));",
                "Object x = Asyncio.gather§(c, size(await(c)));",
                "do { await(c); if (b) break; await§(c); c = next(); } while (i > 0);",
                "while (b) { Coroutine<Integer> e = next(); await(e); await§(e); }",
                "for (Coroutine<Integer> e : List.of(c)) { await(e); await§(e); }",
                "await(c); while (b) { await§(c); }",
                "await(c); for (;;) { if (b) break; await§(c); }",
                "await(c); try { work(); } finally { await§(c); }",
                "await(c); try { work(); } catch (RuntimeException e) { await§(c); }",
                "try { work(); } finally { await(c); } await§(c);",
                "try { await(c); } catch (RuntimeException e) { throw e; } await§(c);",
                "here: { if (b) { await(c); break here; } Asyncio.createTask(c); } await§(c);",
                "synchronized (lock) { work(); } await(c); synchronized (lock) { await§(c); }",
                "c = next(); await(c); await§(c);",
                "await(c); c = next(); await(c); await§(c);",
                "await(c); d = c; await§(c);",
                "var e = next(); await(e); await§(e);",
                "if (o instanceof Coroutine<?> e) { await(e); await§(e); }",
                "try (Coroutine<Integer> e = next()) { await(e); await§(e); }",
                "await(c); AsyncSupplier<Void> s = () -> { await(d); return done(); }; await§(c);",
                "await(c); if (b) throw new IOException(); await§(c);",
                "assert b; await(c); assert b; await§(c);",
            })
    void onEveryPathBefore_isReported(String statements) {
        code(statements).reports(text(statements.replaceAll("(?s).*§\\((\\w).*", "$1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "await(c); await(d);",
                "if (b) await(c); else await(c);",
                "if (b) await(c); await(c);",
                "if (b) { await(c); return done(); } await(c);",
                "if (b) { await(c); } if (!b) { await(c); }",
                "if (b) { await(c); } if (b) { await(c); }",
                "int x = b ? await(c) : await(c);",
                "boolean x = b && await(c) > 0; await(c);",
                "boolean x = b || await(c) > 0; await(c);",
                "switch (i) { case 1: await(c); break; default: await(c); }",
                "switch (i) { case 1: await(c); case 2: await(c); }",
                "switch (i) { case 1 -> await(c); case 2 -> await(c); default -> work(); } await(c);",
                "int x = switch (i) { case 1 -> await(c); default -> { yield await(c); } };",
                "while (b) { await(c); }",
                "for (int k = 0; k < i; k++) await(c);",
                "do { await(c); } while (b);",
                "while (b) { await(c); c = next(); }",
                "while (b) { Coroutine<Integer> e = next(); await(e); }",
                "for (Coroutine<Integer> e : List.of(c)) await(e);",
                "for (Coroutine<Integer> e = c; b; e = next()) { await(e); }",
                "while (b) { await(c); } await(c);",
                "for (;;) { if (b) { await(c); break; } } ",
                "try { await(c); } catch (RuntimeException e) { await(c); }",
                "try { Asyncio.createTask(c); risky(); } catch (IOException e) { await(c); }",
                "try { await(c); } catch (CancelledError e) { await(c); throw e; } catch (Exception e) { await(c); }",
                "try { await(c); } finally { await(c); }",
                "try { await(c); risky(); } catch (IOException e) { } await(c);",
                "here: { if (b) break here; await(c); } await(c);",
                "await(c); c = next(); await(c);",
                "await(c); await(c = next());",
                "await(c); if (b) c = next(); await(c);",
                "await(c); for (Coroutine<Integer> e : List.of(d)) c = e; await(c);",
                "await(c); work(); c.close(); Object x = c; x = List.of(c);",
                "await(Asyncio.gather(c, c));",
                "await(b ? c : d); await(c);",
                "await(c); await(b ? c : d);",
                "Coroutine<Integer> e = c; await(c); await(e);",
                "suspend(c); if (b) await(c); else await(c);",
                "field = next(); await(field); await(field); await(this.field);",
                "await(next()); await(next());",
                "Task<Integer> t = Asyncio.createTask(c); await(t); await(t);",
                "Awaitable<Integer> a = c; await(a); await(a);",
                "CompletableFuture<Integer> f = new CompletableFuture<>(); await(f); await(f);",
                "Coroutine<Integer>[] all = null; await(all[0]); await(all[0]);",
                "int x = 0; x = size(c, c).hashCode(); await(c);",
                "Coroutine<Integer> e = d; AsyncSupplier<Integer> s = () -> result(await(e)); await(e);",
                "assert await(c) > 0; await(c);",
                "if (b) throw new IOException(); else if (i > 0) await(c); await(c);",
            })
    void whatMayBeFresh_orIsNoCoroutine_isNot(String statements) {
        code(statements).reports();
    }

    @EnabledForJreRange(min = JRE.JAVA_21)
    @Test
    void guards_areFollowed() {
        code("""
                switch (o) { case String s when await(c) > 0 -> await§(c); default -> await(c); }
                switch (o) { case Coroutine<?> e when await(e) != null -> await§(e); default -> await(d); }
                await(d);
                """).reports(text("c"), text("e"));
    }

    @Test
    void capturedVariables_areFollowedInTheirOwnContextOnly() {
        Checked.members("""
                @Async Coroutine<Void> go(Coroutine<Integer> c) {
                    AsyncSupplier<Integer> s = () -> result(await(c));
                    AsyncSupplier<Integer> t = () -> { int x = await(c); return result(x + await§(c)); };
                    Object o = new Object() { @Async Coroutine<Integer> m() { return result(await(c)); } };
                    await(c);
                    return done();
                }
                """).about(ID).reports(text("c"));
    }

    @Test
    void plainCode_constructors_initialisers_andLambdas_areLookedAt() {
        Checked.file("""
                class Subject {
                    static Coroutine<Integer> size() { return result(1); }
                    int once(Coroutine<Integer> c) { return Asyncio.run(c) + Asyncio.run§(c); }
                    Subject(Coroutine<Integer> c) { Asyncio.run(c); Asyncio.run§(c); }
                    static { var c = size(); Asyncio.run(c); Asyncio.run§(c); }
                    { Coroutine<Integer> c = size(); Asyncio.run(c); Asyncio.run§(c); }
                    Function<Coroutine<Integer>, Integer> f = c -> Asyncio.run(c) + Asyncio.run§(c);
                    int n = (Object) size() instanceof Coroutine<?> c && Asyncio.run(c) != null ? 1 + Asyncio.run§(c).hashCode() : 0;
                    static class Nested { @Yields Generator<Integer> g(Coroutine<Integer> c) { Asyncio.run(c); Asyncio.run§(c); return Generator.end(); } }
                }
                """)
                .about(ID)
                .reports(text("c"), text("c"), text("c"), text("c"), text("c"), text("c"), text("c"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int plain(Coroutine<Integer> c) { return await§(c) + await§(c); }",
                "int plain(Coroutine<Integer> c) { return await§(c) + Asyncio.run(c); }",
                "int plain(Coroutine<Integer> c) { return Asyncio.run(c) + await§(c); }",
                "Subject(Coroutine<Integer> c) { await§(c); await§(c); }",
                "Consumer<Coroutine<Integer>> lambda = c -> { await§(c); await§(c); };",
                "@Yields Generator<Integer> go(Coroutine<Integer> c) { await§(c); await§(c); return Generator.end(); }"
            })
    void awaitsOutsideAsyncCode_runNothing_andAreLeftToTheOtherCheck(String member) {
        Checked checked = Checked.members(member + "\n");

        checked.reportsOnly(
                Collections.nCopies(checked.own().size(), "AwaitOutsideAsync").toArray(String[]::new));
    }

    @Test
    void methodsOfTheUsersOwn_withTheSameNames_areNot() {
        Checked.members("""
                static <T> T run(Coroutine<T> c) { return null; }
                static void createTask(Coroutine<?> c) { }
                static void gather(Object... c) { }
                void go(Coroutine<Integer> c) { run(c); run(c); createTask(c); createTask(c); gather(c); gather(c); }
                """).about(ID).reports();
    }

    @Test
    void typeVariables_areNotTheVeryType() {
        Checked.members("<C extends Coroutine<Integer>> void go(C c) { Asyncio.run(c); Asyncio.run(c); }\n")
                .about(ID)
                .reports();
    }

    @Test
    void loopsOfTheUsersOwn_areLoops() {
        Checked.members("""
                abstract static class Mine implements EventLoop {
                    @Override public abstract <T> Task<T> createTask(Coroutine<T> c);
                }
                void go(Mine loop, Coroutine<Integer> c) { loop.createTask(c); loop.createTask§(c); }
                """).about(ID).reports(text("c"));
    }

    @Test
    void suppression_works() {
        Checked.members("""
                @SuppressWarnings("AwaitedTwice") void a(Coroutine<Integer> c) { Asyncio.run(c); Asyncio.run(c); }
                void b(Coroutine<Integer> c) { Asyncio.run(c); @SuppressWarnings("fermata") int n = Asyncio.run(c); }
                """).about(ID).reports();
    }
}
