package dev.fermata.processor.check;

import org.junit.jupiter.api.Test;

final class GeneratorReturnCheckTest {
    @Test
    void anotherGenerator_isReportedAtTheReturn() {
        Checked.members("""
                Generator<String> more() { return Generator.end(); }
                @Yields Generator<String> all() { §return more(); }
                """)
                .reports("[GeneratorReturn] 'all' returns another generator; its elements would be lost\n"
                        + "  Write Generator.yieldFrom(..) and return Generator.end().");
    }

    @Test
    void asyncGenerators_areReported() {
        Checked.file("""
                interface Source { @Async AsyncGenerator<Integer> all(); }
                class Subject {
                    @Async AsyncGenerator<Integer> all() { AsyncGenerator<Integer> g = AsyncGenerator.end(); §return g; }
                    Source s = () -> all§();
                    Source t = () -> { §return all(); };
                }
                """)
                .reports(
                        "[GeneratorReturn] 'all' returns another generator; its elements would be lost\n"
                                + "  Write a for loop with AsyncGenerator.yield(..) and return AsyncGenerator.end().",
                        "[GeneratorReturn] a lambda for 'Source' returns another generator; its elements would be lost\n"
                                + "  Write a for loop with AsyncGenerator.yield(..) and return AsyncGenerator.end().",
                        "[GeneratorReturn] a lambda for 'Source' returns another generator; its elements would be lost\n"
                                + "  Write a for loop with AsyncGenerator.yield(..) and return AsyncGenerator.end().");
    }

    @Test
    void anyBranch_countsOnce() {
        Checked.members("""
                Generator<String> more() { return Generator.end(); }
                @Yields Generator<String> a(boolean b) { §return b ? more() : more(); }
                @Yields Generator<String> b(boolean b) { §return (b ? Generator.end() : (Generator<String>) more()); }
                @Yields Generator<String> c(int i) { §return switch (i) { case 1 -> Generator.end(); default -> { yield more(); } }; }
                @Yields Generator<String> d(int i) { §return switch (i) { case 1: yield more(); default: yield Generator.end(); }; }
                @Yields Generator<String> e(Generator<String> g) { §return g = Generator.end(); }
                """)
                .reportsOnly(
                        "GeneratorReturn", "GeneratorReturn", "GeneratorReturn", "GeneratorReturn", "GeneratorReturn");
    }

    @Test
    void end_isPermitted() {
        Checked.raw("""
                import dev.fermata.*;
                import static dev.fermata.Generator.end;
                class Subject {
                    @Yields Generator<String> a(boolean b) { if (b) { return Generator.end(1); } return Generator.<String>end(); }
                    @Yields Generator<String> b(boolean b) { return b ? (Generator.end(1)) : (Generator<String>) Generator.<String>end(); }
                    @Yields Generator<String> c() { return end(); }
                    @Yields Generator<String> d(int i) {
                        return switch (i) { case 1 -> Generator.end(); case 2 -> throw new Error(); default -> { if (i > 3) yield end(1); yield end(2); } };
                    }
                    @Yields Generator<String> e() { throw new IllegalStateException(); }
                    @Async AsyncGenerator<String> f() { return AsyncGenerator.end(); }
                }
                """).isClean();
    }

    @Test
    void nullIsNotItsBusiness() {
        Checked.members("@Yields Generator<String> a(boolean b) { return b ? §null : Generator.end(); }\n")
                .reportsOnly("NullCoroutine");
    }

    @Test
    void plainMethods_andReturnsOfOthersInside_areNot() {
        Checked.members("""
                Generator<String> more() { return Generator.end(); }
                Generator<String> plain() { return more(); }
                @Async Coroutine<Generator<String>> c() { return result(more()); }
                @Async Coroutine<String> d() { return read(); }
                @Yields Generator<String> all() {
                    Supplier<Generator<String>> s = () -> more();
                    Supplier<Generator<String>> t = () -> { return more(); };
                    new Object() { Generator<String> m() { return more(); } };
                    Generator.yieldFrom(s.get());
                    return Generator.end();
                }
                """).about("GeneratorReturn").isClean();
    }
}
