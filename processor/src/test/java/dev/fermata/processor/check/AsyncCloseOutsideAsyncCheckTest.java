package dev.fermata.processor.check;

import org.junit.jupiter.api.Test;

final class AsyncCloseOutsideAsyncCheckTest {
    private static final String ID = "AsyncCloseOutsideAsync";
    private static final String MEMBERS = """
            static class Conn implements AsyncCloseable {
                public Coroutine<Void> aclose() { return done(); }
                void ping() { }
            }
            static Conn open() { return new Conn(); }
            final Conn kept = open();
            """;

    private static Checked members(String members) {
        return Checked.members(MEMBERS + members);
    }

    private static String text(String resource, String place, String cure) {
        return "[AsyncCloseOutsideAsync] resource '" + resource + "' is closed by aclose(), which must be awaited; "
                + place + " is not a coroutine function\n  " + cure;
    }

    private static final String USE = "Annotate use() with @Async, or run aclose() with Asyncio.run.";

    @Test
    void resource_inPlainMethod_isReportedAtTheResource() {
        members("void use() { try (var §conn = open()) { conn.ping(); } }\n")
                .reports(
                        "[AsyncCloseOutsideAsync] resource 'conn' is closed by aclose(), which must be awaited; 'use' is not a coroutine function\n"
                                + "  Annotate use() with @Async, or run aclose() with Asyncio.run.");
    }

    @Test
    void eachResource_isReported_otherKindsAreNot() {
        members("""
                void use(Conn given) throws Exception {
                    try (Conn §a = open(); Reader r = new StringReader(""); §given; this§.kept; Conn §none = null) { a.ping(); }
                }
                """)
                .reports(
                        text("a", "'use'", USE),
                        text("given", "'use'", USE),
                        text("this.kept", "'use'", USE),
                        text("none", "'use'", USE));
    }

    @Test
    void asyncGenerators_subtypesAndVariables_areResources() {
        members("""
                interface Mine extends AsyncCloseable { }
                <T extends Conn, U extends Object & Mine> void use(AsyncGenerator<String> g, Mine m, T t, U u) throws Exception {
                    try (§g; §m; §t; §u; AsyncCloseable §c = open()) { }
                }
                """).about(ID).reportsOnly(ID, ID, ID, ID, ID);
    }

    @Test
    void allOtherContexts_areReported() {
        members("""
                { try (Conn §c = open()) { c.ping(); } }
                Subject() { try (Conn §c = open()) { c.ping(); } }
                public static void main(String[] args) { try (Conn §c = open()) { c.ping(); } }
                @Yields Generator<String> walk() { try (Conn §c = open()) { Generator.yield("x"); } return Generator.end(); }
                @Async Coroutine<Void> go() {
                    Runnable r = () -> { try (Conn §c = open()) { c.ping(); } };
                    return result(await(Asyncio.toThread(() -> { try (Conn §c = open()) { return null; } })));
                }
                @Override public String toString() { try (Conn §c = open()) { return ""; } }
                """)
                .reports(
                        text("c", "an instance initialiser", "Move the try to an @Async method."),
                        text("c", "constructor 'Subject'", "Move the try to an @Async method that makes the Subject."),
                        text(
                                "c",
                                "'main'",
                                "Move the try to an @Async method and give its coroutine to Asyncio.run(..)."),
                        text(
                                "c",
                                "'walk'",
                                "Annotate walk() with @Async instead of @Yields and return AsyncGenerator<T>."),
                        text(
                                "c",
                                "a lambda for 'Runnable'",
                                "Use AsyncSupplier or AsyncFunction instead of Runnable, or put @Async on Runnable.run()."),
                        text(
                                "c",
                                "a lambda for 'Callable'",
                                "Use AsyncSupplier or AsyncFunction instead of Callable, or put @Async on Callable.call()."),
                        text(
                                "c",
                                "'toString'",
                                "Move the try to an @Async method; toString() must return what Object.toString() does, and that is no coroutine."));
    }

    @Test
    void nestedTries_areReportedInTheOrderOfTheSource() {
        members("""
                void use() {
                    try (Conn §a = ((Supplier<Conn>) () -> { try (Conn §b = open()) { return b; } }).get()) {
                        try (Conn §c = open()) { c.ping(); } finally { try (Conn §d = open()) { d.ping(); } }
                    }
                }
                """).reportsOnly(ID, ID, ID, ID);
    }

    @Test
    void asyncCode_isNot() {
        members("""
                @Async Coroutine<Void> use() { try (var conn = open()) { conn.ping(); } return done(); }
                @Async AsyncGenerator<Integer> all() { try (kept) { AsyncGenerator.yield(1); } return AsyncGenerator.end(); }
                AsyncSupplier<Void> s = () -> { try (var conn = open()) { conn.ping(); } return done(); };
                Object o = new AsyncSupplier<Void>() {
                    public Coroutine<Void> get() { try (var conn = open()) { conn.ping(); } return done(); }
                };
                """).isClean();
    }

    @Test
    void autoCloseablesAndOtherUses_areNot() {
        members("""
                void use(Generator<String> g, EventLoop loop, Coroutine<String> c, AutoCloseable any) throws Exception {
                    try (g; loop; c; any; Runner r = new Runner(); AutoCloseable hidden = open()) { r.loop(); }
                    Conn conn = open();
                    try { conn.ping(); } finally { Asyncio.run(conn.aclose()); }
                }
                """).isClean();
    }

    @Test
    void typeWithACloseOfItsOwn_isTheUsersBusiness() {
        members("""
                static class Both extends Conn { @Override public void close() { } }
                static class Deep extends Both { }
                interface Again extends AsyncCloseable { @Override void close(); }
                static abstract class Third implements Serializable, Again { }
                <T extends Both, U extends Serializable & Again> void use(Both b, Deep d, Again a, Third c, T t, U u) { try (b; d; a; c; t; u) { } }
                """).isClean();
    }

    @Test
    void closeWithParameters_isAnotherMethod() {
        members("static class Mine extends Conn { void close(int code) { } }\n" + "void use(Mine m) { try (§m) { } }\n")
                .reportsOnly(ID);
    }

    @Test
    void bodyOfAWrongMethod_isNotChecked() {
        members("@Async void §use() { try (Conn c = open()) { } }\n").reportsOnly("AsyncReturnType");
    }

    @Test
    void suppressed_isSilent() {
        members("void use() { try (@SuppressWarnings(\"AsyncCloseOutsideAsync\") Conn c = open()) { c.ping(); } }\n")
                .isClean();
        members("@SuppressWarnings(\"fermata\") void use() { try (Conn c = open()) { c.ping(); } }\n")
                .isClean();
    }

    @Test
    void codeOfWhichNobodyKnowsWhatItIs_isLeftToJavac() {
        Checked.raw("""
                package demo;
                import dev.fermata.AsyncGenerator;
                import dev.fermata.Coroutine;
                class Subject {
                    @Async Coroutine<Void> use(AsyncGenerator<String> g) throws Exception { try (g) { } return null; }
                }
                """, "-XDshould-stop.ifError=FLOW").isLeftToJavac();
        members("void use() { Missing m = () -> { try (Conn c = open()) { c.ping(); } }; }\n")
                .isLeftToJavac();
    }

    @Test
    void missingTypes_areLeftToJavac() {
        members("void use() { try (Missing c = open()) { } try (var d = missing()) { } }\n")
                .isLeftToJavac();
        members("class A extends Missing { void m() { Runnable r = () -> { try (x) { } }; } }\n")
                .isLeftToJavac();
    }
}
