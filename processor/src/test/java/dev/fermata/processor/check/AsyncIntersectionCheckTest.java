package dev.fermata.processor.check;

import org.junit.jupiter.api.Test;

final class AsyncIntersectionCheckTest {
    @Test
    void for_overATypeVariableWithTwoBounds_isReportedAtTheFor() {
        Checked.members("""
                @Async <S extends AsyncIterable<String> & Runnable> Coroutine<Void> dump(S source) {
                    §for (String s : source) { }
                    return done();
                }
                """)
                .reports(
                        "[AsyncIntersection] for over intersection type 'S'; javac makes it a plain Iterable, which cannot wait\n"
                                + "  Assign it to a variable of type AsyncIterable and use that.");
    }

    @Test
    void for_overACast_namesTheTypes() {
        Checked.members("""
                @Async Coroutine<Void> dump(Object source) {
                    §for (String s : (Runnable & AsyncIterable<String>) source) { }
                    return done();
                }
                """)
                .reports(
                        "[AsyncIntersection] for over intersection type 'Runnable & AsyncIterable<String>'; javac makes it a plain Iterable, which cannot wait\n"
                                + "  Assign it to a variable of type AsyncIterable and use that.");
    }

    @Test
    void resource_whoseFirstBoundIsNotTheAsyncOne_isReportedAtTheTry() {
        Checked.members("""
                @Async <R extends Runnable & AsyncCloseable> Coroutine<Void> use(R r) throws Exception {
                    §try (r) { r.run(); }
                    return done();
                }
                """)
                .reports(
                        "[AsyncIntersection] resource of intersection type 'R'; javac makes it a plain AutoCloseable, which cannot wait\n"
                                + "  Assign it to a variable of type AsyncCloseable and use that.");
    }

    @Test
    void resource_whoseFirstBoundIsTheAsyncOne_isNot() {
        Checked.members("""
                @Async <R extends AsyncCloseable & Runnable> Coroutine<Void> use(R r) {
                    try (r) { r.run(); }
                    return done();
                }
                """).isClean();
    }

    @Test
    void cure_isClean() {
        Checked.members("""
                @Async <S extends AsyncIterable<String> & Runnable, R extends Runnable & AsyncCloseable> Coroutine<Void> dump(S s, R r) {
                    AsyncIterable<String> source = s;
                    AsyncCloseable resource = r;
                    try (resource) {
                        for (String each : source) { }
                    }
                    r.close();
                    return done();
                }
                """).isClean();
    }

    @Test
    void variablesWithOneBound_andPlainIntersections_areNot() {
        Checked.members("""
                interface Both extends Runnable, AsyncIterable<String> {}
                @Async <S extends Both, T extends S, L extends List<String> & Runnable> Coroutine<Void> dump(T t, L l, List<? extends S> many) {
                    for (String each : t) { }
                    for (String each : l) { }
                    for (String each : many.get(0)) { }
                    return done();
                }
                """).isClean();
    }

    @Test
    void plainCode_isAnotherChecksBusiness() {
        Checked.members("""
                <S extends Runnable & AsyncIterable<String>> void dump(S s) { §for (String each : s) { } }
                """).reportsOnly("AsyncIterationOutsideAsync");
    }
}
