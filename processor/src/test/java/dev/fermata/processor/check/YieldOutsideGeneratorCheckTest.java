package dev.fermata.processor.check;

import org.junit.jupiter.api.Test;

final class YieldOutsideGeneratorCheckTest {
    private static final String NOBODY = "; nobody takes the value\n";

    @Test
    void yield_inPlainMethod_isReportedAtTheCall() {
        Checked.members("void walk() { Generator.yield§(1); }\n")
                .reports(
                        "[YieldOutsideGenerator] Generator.yield() in 'walk', which is not a generator function; nobody takes the value\n"
                                + "  Annotate walk() with @Yields and return Generator<T>.");
    }

    @Test
    void yield_inLambdaOfAGenerator_isReported() {
        Checked.members(
                        "@Yields Generator<Integer> walk(List<Integer> l) { l.forEach(x -> Generator.yield§(x)); return Generator.end(); }\n")
                .reports(
                        "[YieldOutsideGenerator] Generator.yield() in a lambda for 'Consumer', which is not a generator function"
                                + NOBODY + "  Write a loop in the generator function itself instead of the lambda.");
    }

    @Test
    void methodReference_isReportedAnywhere() {
        Checked.members(
                        "@Yields Generator<Integer> walk(List<Integer> l) { l.forEach(§Generator::yield); return Generator.end(); }\n")
                .reports(
                        "[YieldOutsideGenerator] Generator.yield() as a method reference; whoever calls it is not a generator function\n"
                                + "  Write a loop in the generator function itself that calls Generator.yield().");
    }

    @Test
    void allOtherContexts_areReported() {
        Checked.members("""
                Object field = Generator.yield§(1);
                { Generator.yieldFrom§(null); }
                Subject() { AsyncGenerator.yield§(1); }
                @Yields Generator<Integer> walk() {
                    new Object() { void m() { Generator.yield§(1); } }.m();
                    return Generator.end();
                }
                """)
                .reports(
                        "[YieldOutsideGenerator] Generator.yield() in field 'field', which is not a generator function"
                                + NOBODY + "  Move the yield to a @Yields method that returns Generator<T>.",
                        "[YieldOutsideGenerator] Generator.yieldFrom() in an instance initialiser, which is not a generator function"
                                + NOBODY + "  Move the yield to a @Yields method that returns Generator<T>.",
                        "[YieldOutsideGenerator] AsyncGenerator.yield() in constructor 'Subject', which is not an async generator function"
                                + NOBODY + "  Move the yield to an @Async method that returns AsyncGenerator<T>.",
                        "[YieldOutsideGenerator] Generator.yield() in 'm', which is not a generator function" + NOBODY
                                + "  Annotate m() with @Yields and return Generator<T>.");
    }

    @Test
    void coroutineFunctions_areTold() {
        Checked.members("""
                @Async Coroutine<Void> a() { Generator.yield§(1); return done(); }
                @Async Coroutine<Void> b() { AsyncGenerator.yield§(1); return done(); }
                Coroutine<Void> c() { AsyncGenerator.yield§(1); return done(); }
                """)
                .reports(
                        "[YieldOutsideGenerator] Generator.yield() in 'a', which is not a generator function" + NOBODY
                                + "  Return AsyncGenerator<T> from a() and write AsyncGenerator.yield(..).",
                        "[YieldOutsideGenerator] AsyncGenerator.yield() in 'b', which is not an async generator function"
                                + NOBODY + "  Return AsyncGenerator<T> from b() and write AsyncGenerator.yield(..).",
                        "[YieldOutsideGenerator] AsyncGenerator.yield() in 'c', which is not an async generator function"
                                + NOBODY + "  Annotate c() with @Async and return AsyncGenerator<T>.");
    }

    @Test
    void theOtherKindOfGenerator_isToldToWriteItsOwnYield() {
        Checked.members("""
                @Async AsyncGenerator<Integer> a() { Generator.yield§(1); Generator.yieldFrom§(List.of()); return AsyncGenerator.end(); }
                @Yields Generator<Integer> b() { AsyncGenerator.yield§(1); return Generator.end(); }
                """)
                .reports(
                        "[YieldOutsideGenerator] Generator.yield() in 'a', which is an async generator function"
                                + NOBODY + "  Write AsyncGenerator.yield(..) instead.",
                        "[YieldOutsideGenerator] Generator.yieldFrom() in 'a', which is an async generator function"
                                + NOBODY + "  Write a for loop with AsyncGenerator.yield(..) instead.",
                        "[YieldOutsideGenerator] AsyncGenerator.yield() in 'b', which is not an async generator function"
                                + NOBODY + "  Write Generator.yield(..) instead.");
    }

    @Test
    void yields_whereTheyBelong_areNot() {
        Checked.file("""
                interface Source { @Async AsyncGenerator<Integer> all(); }
                class Subject {
                    @Yields Generator<Integer> walk(int n) {
                        for (int i = 0; i < n; i++) { try { Generator.yield(i); } finally { Generator.yield(-i); } }
                        switch (n) { case 1 -> Generator.yield(1); default -> { Generator.yieldFrom(List.of(1)); } }
                        int m = switch (n) { case 1: yield 2; default: { yield 3; } };
                        String s = Generator.<String>yield(m);
                        Object o = new ArrayList<Object>(List.of(Generator.<Object>yield(m))) { };
                        Thread.yield();
                        return Generator.end();
                    }
                    @Async AsyncGenerator<Integer> a() { AsyncGenerator.yield(await(result(1))); return AsyncGenerator.end(); }
                    Source b = () -> { AsyncGenerator.yield(1); return AsyncGenerator.end(); };
                    Source c = new Source() {
                        public AsyncGenerator<Integer> all() { AsyncGenerator.yield(1); return AsyncGenerator.end(); }
                    };
                }
                """).isClean();
    }
}
