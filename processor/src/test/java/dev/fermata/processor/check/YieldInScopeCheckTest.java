package dev.fermata.processor.check;

import org.junit.jupiter.api.Test;

final class YieldInScopeCheckTest {
    private static final String OPEN =
            "; the scope would stay open while the consumer runs\n" + "  Collect in the scope and yield after it.";

    private static Checked all(String statements) {
        return Checked.members(
                "@Async AsyncGenerator<Integer> all() {\n" + statements + "\nreturn AsyncGenerator.end();\n}\n");
    }

    @Test
    void yield_inABody_isReportedAtTheYieldOnly() {
        all("await(TaskGroup.run(g -> { AsyncGenerator.yield§(1); return done(); }));\n")
                .reports(
                        "[YieldInScope] AsyncGenerator.yield() inside the body of TaskGroup.run; the scope would stay open while the consumer runs\n"
                                + "  Collect in the scope and yield after it.");
    }

    @Test
    void allScopes_areKnown() {
        all("""
                await(Asyncio.timeout(null, () -> { AsyncGenerator.yield§(1); return done(); }));
                await(Asyncio.timeout(null, (Timeout t) -> { AsyncGenerator.yield§(1); return done(); }));
                await(Asyncio.moveOnAfter(null, (AsyncSupplier<Void>) (() -> { AsyncGenerator.yield§(1); return done(); })));
                """)
                .reports(
                        "[YieldInScope] AsyncGenerator.yield() inside the body of Asyncio.timeout" + OPEN,
                        "[YieldInScope] AsyncGenerator.yield() inside the body of Asyncio.timeout" + OPEN,
                        "[YieldInScope] AsyncGenerator.yield() inside the body of Asyncio.moveOnAfter" + OPEN);
    }

    @Test
    void innermostScope_isNamed_alsoThroughOtherLambdas() {
        all("""
                await(TaskGroup.run(g -> {
                    await(Asyncio.timeout(null, () -> { AsyncGenerator.yield§(1); return done(); }));
                    List.of(1).forEach(x -> AsyncGenerator.yield§(x));
                    return done();
                }));
                """)
                .reports(
                        "[YieldInScope] AsyncGenerator.yield() inside the body of Asyncio.timeout" + OPEN,
                        "[YieldInScope] AsyncGenerator.yield() inside the body of TaskGroup.run" + OPEN);
    }

    @Test
    void plainGenerators_areGeneratorCodeToo() {
        Checked.members("""
                @Yields Generator<Integer> all() {
                    Object c = TaskGroup.run(g -> { Generator.yield§(1); return done(); });
                    return Generator.end();
                }
                """).reports("[YieldInScope] Generator.yield() inside the body of TaskGroup.run" + OPEN);
    }

    @Test
    void outsideGeneratorCode_orInOtherLambdas_itIsYieldOutsideGenerator() {
        Checked.members("""
                @Async Coroutine<Void> go() {
                    await(TaskGroup.run(g -> { AsyncGenerator.yield§(1); return done(); }));
                    return done();
                }
                @Async AsyncGenerator<Integer> all() {
                    AsyncSupplier<Void> s = () -> { AsyncGenerator.yield§(1); return done(); };
                    Asyncio.run(() -> { AsyncGenerator.yield§(1); return done(); });
                    await(TaskGroup.run(g -> {
                        new Object() { void m() { AsyncGenerator.yield§(1); } };
                        return done();
                    }));
                    return AsyncGenerator.end();
                }
                """)
                .about("YieldOutsideGenerator")
                .reportsOnly(
                        "YieldOutsideGenerator",
                        "YieldOutsideGenerator",
                        "YieldOutsideGenerator",
                        "YieldOutsideGenerator");
    }

    @Test
    void yield_besideTheScope_isNot() {
        all("""
                AsyncGenerator.yield(0);
                for (Integer x : await(TaskGroup.run(g -> result(List.of(1, await(size())))))) AsyncGenerator.yield(x);
                AsyncGenerator.yield(1);
                """).isClean();
    }

    @Test
    void asyncGeneratorInsideAScope_isItsOwn() {
        Checked.members("""
                interface Source { @Async AsyncGenerator<Integer> all(); }
                @Async Coroutine<Void> go() {
                    await(TaskGroup.run(g -> {
                        Source s = () -> { AsyncGenerator.yield(1); return AsyncGenerator.end(); };
                        return done();
                    }));
                    return done();
                }
                """).isClean();
    }
}
