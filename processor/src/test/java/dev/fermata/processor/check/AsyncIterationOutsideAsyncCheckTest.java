package dev.fermata.processor.check;

import org.junit.jupiter.api.Test;

final class AsyncIterationOutsideAsyncCheckTest {
    private static final String FOR = "[AsyncIterationOutsideAsync] for over AsyncIterable in ";
    private static final String CANNOT = ", which is not a coroutine function; its iterator cannot wait\n";

    @Test
    void loop_inPlainMethod_isReportedAtTheFor() {
        Checked.members("void dump() { §for (String s : lines()) System.out.println(s); }\n")
                .reports(
                        "[AsyncIterationOutsideAsync] for over AsyncIterable in 'dump', which is not a coroutine function; its iterator cannot wait\n"
                                + "  Annotate dump() with @Async and return Coroutine<T>.");
    }

    @Test
    void hasNext_isReportedAtTheCall() {
        Checked.members(
                        "boolean dump(AsyncIterator<String> i, AsyncGenerator<String> g) { return i.hasNext§() || g.hasNext§(); }\n")
                .reports(
                        "[AsyncIterationOutsideAsync] hasNext() of AsyncIterator in 'dump', which is not a coroutine function; it cannot wait\n"
                                + "  Annotate dump() with @Async and return Coroutine<T>.",
                        "[AsyncIterationOutsideAsync] hasNext() of AsyncIterator in 'dump', which is not a coroutine function; it cannot wait\n"
                                + "  Annotate dump() with @Async and return Coroutine<T>.");
    }

    @Test
    void next_isReportedAtTheCall() {
        Checked.members(
                        "String dump(AsyncIterator<String> i, AsyncGenerator<String> g) { return i.next§() + g.next§(); }\n")
                .reports(
                        "[AsyncIterationOutsideAsync] next() of AsyncIterator in 'dump', which is not a coroutine function; it cannot wait\n"
                                + "  Annotate dump() with @Async and return Coroutine<T>.",
                        "[AsyncIterationOutsideAsync] next() of AsyncIterator in 'dump', which is not a coroutine function; it cannot wait\n"
                                + "  Annotate dump() with @Async and return Coroutine<T>.");
    }

    @Test
    void subtypesAndVariables_areSources() {
        Checked.members("""
                interface Mine extends AsyncIterable<String> {}
                <T extends Mine & Serializable, U extends AsyncIterable<? extends String>> void dump(T t, U u, List<? extends Mine> l, AsyncGenerator<String> g) {
                    §for (Object o : t) { }
                    §for (Object o : u) { }
                    §for (Object o : l.get(0)) { }
                    §for (Object o : g) { }
                    §for (Object o : (AsyncIterable<String>) null) { }
                    var v = lines();
                    §for (var o : v) { }
                }
                """)
                .reportsOnly(java.util.Collections.nCopies(6, "AsyncIterationOutsideAsync")
                        .toArray(String[]::new));
    }

    @Test
    void allOtherContexts_areReported() {
        Checked.members("""
                { §for (String s : lines()) { } }
                Subject() { §for (String s : lines()) { } }
                @Yields Generator<String> walk() { §for (String s : lines()) { Generator.yield(s); } return Generator.end(); }
                @Async Coroutine<Void> go() {
                    Runnable r = () -> { §for (String s : lines()) { } };
                    return done();
                }
                """)
                .about("AsyncIterationOutsideAsync")
                .reports(
                        FOR + "an instance initialiser" + CANNOT + "  Move the loop to an @Async method.",
                        FOR + "constructor 'Subject'" + CANNOT
                                + "  Move the loop to an @Async method that makes the Subject.",
                        FOR + "'walk'" + CANNOT
                                + "  Annotate walk() with @Async instead of @Yields and return AsyncGenerator<T>.",
                        FOR + "a lambda for 'Runnable'" + CANNOT
                                + "  Use AsyncSupplier or AsyncFunction instead of Runnable, or put @Async on Runnable.run().");
    }

    @Test
    void asyncCode_andOtherUses_areNot() {
        Checked.members("""
                AsyncIterable<String> kept = lines();
                AsyncIterable<String> pass() { System.out.println(lines()); return lines(); }
                @Async Coroutine<Void> dump() { for (String s : lines()) System.out.println(s); return done(); }
                @Async AsyncGenerator<String> all(AsyncIterator<String> i) {
                    while (i.hasNext()) { AsyncGenerator.yield(i.next()); }
                    for (String s : lines()) { AsyncGenerator.yield(s); }
                    return AsyncGenerator.end();
                }
                AsyncSupplier<Void> s = () -> { for (String t : lines()) { } return done(); };
                void others(Generator<String> g, List<Coroutine<String>> l, Iterator<String> i) {
                    for (String t : g) { }
                    for (Coroutine<String> c : l) { c.close(); }
                    for (int n : new int[0]) { }
                    i.hasNext();
                }
                """).isClean();
    }

    @Test
    void iteratorWithAHasNextOfItsOwn_isTheUsersBusiness() {
        Checked.members("""
                abstract static class Mine implements AsyncIterator<String> {
                    @Override public boolean hasNext() { return false; }
                    @Override public String next() { return hasNext() ? AsyncIterator.super.next() : next(); }
                    static String first(Mine mine) { return mine.hasNext() ? mine.next() : null; }
                }
                """).isClean();
    }

    @Test
    void missingTypes_areLeftToJavac() {
        Checked.members("void dump() { for (String s : missing()) { } for (Missing m : lines2()) { } }\n")
                .isLeftToJavac();
    }
}
