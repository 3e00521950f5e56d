package dev.fermata.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AwaitInSynchronizedCheckTest {
    private static final String HELD = " is held; it would stay held, or be released by another coroutine\n";

    private static void code(String statements, String... texts) {
        Checked.members("@Async Coroutine<Void> go() throws Exception {\n" + statements + "\nreturn done();\n}\n")
                .reports(texts);
    }

    @Test
    void await_isReportedAtTheCall() {
        code(
                "String n; synchronized (lock) { n = await§(read()); }",
                "[AwaitInSynchronized] await() while the monitor of 'lock' is held; it would stay held, or be released by another coroutine\n"
                        + "  Move the await out of the block, or use AsyncLock.");
    }

    @Test
    void locks_areQuoted_onOneLine() {
        code(
                """
                synchronized (this) { suspend§(1); }
                synchronized ((this.lock)) { await§(read()); }
                synchronized (Subject.class) { await§(read()); }
                synchronized (List.of(
                        1, 2)) { await§(read()); }
                """,
                "[AwaitInSynchronized] suspend() while the monitor of 'this'" + HELD
                        + "  Move the suspend out of the block, or use AsyncLock.",
                "[AwaitInSynchronized] await() while the monitor of 'this.lock'" + HELD
                        + "  Move the await out of the block, or use AsyncLock.",
                "[AwaitInSynchronized] await() while the monitor of 'Subject.class'" + HELD
                        + "  Move the await out of the block, or use AsyncLock.",
                "[AwaitInSynchronized] await() while the monitor of 'List.of(1, 2)'" + HELD
                        + "  Move the await out of the block, or use AsyncLock.");
    }

    @Test
    void longLocks_leaveRoomForEachKindOfSuspension() {
        Checked.members("""
                @Async AsyncGenerator<Integer> go(AsyncCloseable resource) {
                    synchronized (Subject.class) {
                        AsyncGenerator.yield§(1);
                        §for (String line : lines()) line.length();
                        §try (resource) { resource.hashCode(); }
                    }
                    return AsyncGenerator.end();
                }
                """)
                .reports(
                        "[AwaitInSynchronized] AsyncGenerator.yield() while the monitor of 'Subje..'" + HELD
                                + "  Move the yield out of the block, or use AsyncLock.",
                        "[AwaitInSynchronized] for over AsyncIterable while the monitor of 'Subje..'" + HELD
                                + "  Move the loop out of the block, or use AsyncLock.",
                        "[AwaitInSynchronized] aclose() of a resource while the monitor of 'Subje..'" + HELD
                                + "  Move the try out of the block, or use AsyncLock.");
    }

    @Test
    void nestedBlocks_nameTheInnermost_andLockExpressionsAreOutside() {
        Checked.members("""
                @Async Coroutine<Void> go() {
                    synchronized (lock) {
                        synchronized (await§(read())) { int i = 0; }
                        synchronized (this) { if (i()) { try { await§(read()); } finally { await§(read()); } } }
                    }
                    synchronized (await(read())) { }
                    return done();
                }
                boolean i() { return true; }
                """).about("AwaitInSynchronized").reports(held("lock"), held("this"), held("this"));
    }

    private static String held(String lock) {
        return "[AwaitInSynchronized] await() while the monitor of '" + lock + "'" + HELD
                + "  Move the await out of the block, or use AsyncLock.";
    }

    @Test
    void implicitSuspensions_areReportedAtTheirStatement() {
        code(
                """
                synchronized (lock) {
                    §for (String s : lines()) { }
                    §try (AsyncGenerator<String> g = null) { }
                    AsyncIterator<String> i = null;
                    while (i.hasNext§()) { }
                }
                """,
                "[AwaitInSynchronized] for over AsyncIterable while the monitor of 'lock'" + HELD
                        + "  Move the loop out of the block, or use AsyncLock.",
                "[AwaitInSynchronized] aclose() of a resource while the monitor of 'lock'" + HELD
                        + "  Move the try out of the block, or use AsyncLock.",
                "[AwaitInSynchronized] hasNext() while the monitor of 'lock'" + HELD
                        + "  Move the call out of the block, or use AsyncLock.");
    }

    @Test
    void yields_areReportedInGeneratorCode() {
        Checked.members("""
                @Yields Generator<Integer> walk() { synchronized (lock) { Generator.yield§(1); } return Generator.end(); }
                @Async AsyncGenerator<Integer> all() { synchronized (lock) { AsyncGenerator.yield§(1); } return AsyncGenerator.end(); }
                """)
                .reports(
                        "[AwaitInSynchronized] Generator.yield() while the monitor of 'lock'" + HELD
                                + "  Move the yield out of the block, or use AsyncLock.",
                        "[AwaitInSynchronized] AsyncGenerator.yield() while the monitor of 'lock'" + HELD
                                + "  Move the yield out of the block, or use AsyncLock.");
    }

    @Test
    void asyncLambdaAroundTheBlock_isReported() {
        Checked.members("AsyncSupplier<String> s = () -> { synchronized (lock) { return result(await§(read())); } };\n")
                .reportsOnly("AwaitInSynchronized");
    }

    @Test
    void plainCode_isReportedByBothChecks() {
        assertThat(Checked.members("void m() { synchronized (lock) { await(read()); } }\n")
                        .own())
                .extracting(Checked.Report::text)
                .satisfiesExactly(
                        text -> assertThat(text).startsWith("[AwaitOutsideAsync] "),
                        text -> assertThat(text).startsWith("[AwaitInSynchronized] "));
    }

    @Test
    void otherContextsInside_andBlocksWithoutSuspension_areNot() {
        code("""
                int n = await(size());
                synchronized (lock) { n++; }
                synchronized (lock) {
                    AsyncSupplier<String> s = () -> result(await(read()));
                    Object o = new AsyncSupplier<String>() { public Coroutine<String> get() { return result(await(read())); } };
                    for (String t : List.of("a")) { }
                    try (Reader r = new StringReader("")) { }
                    Iterator<String> i = null;
                    while (i.hasNext()) { }
                }
                await(read());
                """);
    }

    @Test
    void implicitSuspensions_inPlainCode_areNot() {
        Checked.members("void m() throws Exception { synchronized (lock) { try (AsyncCloseable c = null) { } } }\n")
                .about("AwaitInSynchronized")
                .isClean();
    }

    @Test
    void callsThatAwaitByTheirType_areReported_whateverClassDeclaresThem() {
        assertThat(Checked.members("""
                        static class Own implements AsyncIterator<String>, AsyncCloseable {
                            public Awaitable<String> anext() { return read(); }
                            public Coroutine<Void> aclose() { return done(); }
                            public String next() { return "own"; }
                        }
                        @Async Coroutine<Void> m(Own own, AsyncIterator<String> i, AsyncCloseable c) {
                            synchronized (lock) { i.next(); own.next(); own.hasNext(); c.close(); own.close(); }
                            return done();
                        }
                        """).own())
                .extracting(report -> report.text().lines().findFirst().orElseThrow())
                .containsExactly(
                        heldAcross("next()"),
                        heldAcross("next()"),
                        heldAcross("hasNext()"),
                        heldAcross("close()"),
                        heldAcross("close()"));
    }

    private static String heldAcross(String call) {
        return "[AwaitInSynchronized] " + call
                + " while the monitor of 'lock' is held; it would stay held, or be released by another coroutine";
    }
}
