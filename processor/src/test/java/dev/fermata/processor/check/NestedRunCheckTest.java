package dev.fermata.processor.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NestedRunCheckTest {
    private static final String ID = "NestedRun";
    private static final String AWAIT = "\n  Write await(..) instead.";
    private static final String RUNNING = " inside a coroutine; the thread's loop is already running";

    private static Checked code(String statements) {
        return Checked.members("@Async Coroutine<Void> go(EventLoop loop, Runner runner) throws Exception {\n"
                        + statements + "\nreturn done();\n}\n")
                .about(ID);
    }

    @Test
    void loopsRunByACoroutine_areReportedAtTheCall() {
        code("""
                String s = Asyncio.run§(read());
                Asyncio.run§(() -> read());
                runner.run§(read());
                loop.runUntilComplete§(read());
                """)
                .reports(
                        "[NestedRun] Asyncio.run()" + RUNNING + AWAIT,
                        "[NestedRun] Asyncio.run()" + RUNNING + AWAIT,
                        "[NestedRun] Runner.run()" + RUNNING + AWAIT,
                        "[NestedRun] EventLoop.runUntilComplete()" + RUNNING + AWAIT);
    }

    @Test
    void runForever_hasNothingToAwait() {
        code("loop.runForever§();")
                .reports("[NestedRun] EventLoop.runForever()" + RUNNING
                        + "\n  Leave the call out: the loop goes on while coroutines wait.");
    }

    @Test
    void subtypesOfTheLoop_areLoops() {
        Checked.members("""
                abstract static class Mine implements EventLoop {
                    @Override public void runForever() { }
                    @Async Coroutine<Void> go(Mine mine) {
                        mine.runForever§();
                        this.runForever§();
                        runForever§();
                        mine.runUntilComplete§(read());
                        return done();
                    }
                }
                <L extends EventLoop> Coroutine<Void> start(L of) {
                    AsyncSupplier<Void> s = () -> { of.runForever§(); return done(); };
                    return s instanceof Object ? null : null;
                }
                """).about(ID).reportsOnly(ID, ID, ID, ID, ID);
    }

    @Test
    void allAsyncCode_isMeant() {
        Checked.members("""
                @Async AsyncGenerator<String> all() { AsyncGenerator.yield(Asyncio.run§(read())); return AsyncGenerator.end(); }
                AsyncSupplier<String> s = () -> result(Asyncio.run§(read()));
                Object o = new AsyncSupplier<String>() {
                    public Coroutine<String> get() { return result(Asyncio.run§(read())); }
                };
                """).about(ID).reportsOnly(ID, ID, ID);
    }

    @Test
    void plainAndGeneratorCode_areNot() {
        Checked.members("""
                String s = Asyncio.run(read());
                void m(EventLoop loop, Runner runner) { Asyncio.run(read()); runner.run(read()); loop.runForever(); }
                @Yields Generator<String> all() { Generator.yield(Asyncio.run(read())); return Generator.end(); }
                @Async Coroutine<String> go() {
                    Callable<String> c = () -> Asyncio.run(read());
                    Object o = new Object() { String m() { return Asyncio.run(read()); } };
                    return result(await(Asyncio.toThread(() -> Asyncio.run(read()))) + c + o);
                }
                """).isClean();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "await(TaskGroup.run(g -> done()));",
                "((Runnable) () -> { }).run();",
                "class Runner { void run(Object o) { } } new Runner().run(read());",
                "class EventLoop { void runForever() { } } new EventLoop().runForever();",
                "loop.stop(); loop.callSoon(loop::runForever);",
            })
    void otherMethodsOfTheseNames_areNot(String statement) {
        code(statement).isClean();
    }

    @Test
    void blockingCall_leavesThemToThisCheck_alsoWhereAnOptionListsThem() {
        Checked.file(
                        """
                class Subject {
                    @Async Coroutine<Void> go(Coroutine<String> c, EventLoop loop) {
                        Asyncio.run§(c);
                        loop.runForever§();
                        return done();
                    }
                }
                """,
                        "-Afermata.blocking=dev.fermata.asyncio.Asyncio#run,dev.fermata.asyncio.EventLoop#*",
                        "-Afermata.check.AsyncWithoutAwait=off")
                .reportsOnly(ID, ID);
    }

    @Test
    void bodyOfAWrongMethod_isNotChecked() {
        Checked.members("@Async void §go() { Asyncio.run(read()); }\n").reportsOnly("AsyncReturnType");
    }

    @Test
    void suppressed_isSilent() {
        code("@SuppressWarnings(\"NestedRun\") String s = Asyncio.run(read());").isClean();
    }
}
