package dev.fermata.processor.check;

import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;

final class ForeignAsyncCheckTest {
    private static final String SPRING = "org.springframework.scheduling.annotation.Async";
    private static final String ID = "ForeignAsync";

    @Test
    void springsAnnotation_onACoroutine_isReportedAtTheAnnotation() {
        Checked.members("public §@" + SPRING + " Coroutine<String> load() { return read(); }\n")
                .warns("[ForeignAsync] @" + SPRING + " on 'load'; that one starts a thread and knows no coroutine\n"
                        + "  Import dev.fermata.Async.");
    }

    @Test
    void importedOne_isNamedInFull() {
        Checked.raw("""
                package demo;
                import org.springframework.scheduling.annotation.Async;
                import dev.fermata.Coroutine;
                class Subject {
                    §@Async
                    Coroutine<String> load() { return null; }
                }
                """)
                .warns("[ForeignAsync] @" + SPRING + " on 'load'; that one starts a thread and knows no coroutine\n"
                        + "  Import dev.fermata.Async.");
    }

    @Test
    void besideOurs_itIsToGo() {
        Checked.members("@Async §@" + SPRING + " Coroutine<String> load() { return result(await(read())); }\n")
                .warns("[ForeignAsync] @" + SPRING + " on 'load'; that one starts a thread and knows no coroutine\n"
                        + "  Remove it: the method carries @dev.fermata.Async already.");
    }

    @Test
    void asynchronous_interfaces_genericMethodsAndAsyncGenerators_areMeant() {
        Checked.members("""
                @interface Asynchronous { int value() default 0; }
                @interface Foreign { @interface Async { } }
                interface Store {
                    §@Asynchronous(1) Coroutine<String> load();
                    §@Asynchronous default AsyncGenerator<String> all() { return null; }
                    §@Foreign.Async static <T> Coroutine<? extends T> any() { return null; }
                    @Deprecated §@Asynchronous @SuppressWarnings("x") Coroutine<Void> drop();
                }
                enum Kind { ONE { §@Asynchronous Coroutine<Void> m() { return done(); } } }
                """).reportsOnly(ID, ID, ID, ID, ID);
    }

    @Test
    void severalOnOneMethod_areReportedEach() {
        Checked.members("@interface Asynchronous { }\n§@Asynchronous §@" + SPRING
                        + " Coroutine<Void> m() { return done(); }\n")
                .reportsOnly(ID, ID);
    }

    @Test
    void otherReturnTypes_otherNamesAndOtherPlaces_areNot() {
        Checked.members("@interface Asynchronous { }\n@interface AsyncLike { }\n@interface async { }\n" + """
                @Asynchronous void a() { }
                @Asynchronous Future<String> b() { return null; }
                @Asynchronous List<Coroutine<String>> c() { return null; }
                @Asynchronous Coroutine<String>[] d() { return null; }
                @Asynchronous Generator<String> e() { return null; }
                @Asynchronous <C extends Coroutine<String>> C f() { return null; }
                @Asynchronous Awaitable<String> g() { return null; }
                @AsyncLike @async Coroutine<String> h() { return read(); }
                @Async Coroutine<String> i() { return result(await(read())); }
                @dev.fermata.Async Coroutine<String> j() { return result(await(read())); }
                @Asynchronous Coroutine<String> field = read();
                @Asynchronous static class Type { Coroutine<String> m() { return read(); } }
                Coroutine<String> k(@Asynchronous Coroutine<String> c) { return c; }
                """)
                .isClean();
    }

    @Test
    void wrongMethod_isReportedAlone() {
        Checked.members("@interface Asynchronous { }\n"
                        + "@Async @Asynchronous synchronized Coroutine<String> §load() { return read(); }\n")
                .reportsOnly("AsyncModifiers");
    }

    @Test
    void suppressed_isSilent() {
        Checked.members(
                        "@interface Asynchronous { }\n"
                                + "@Asynchronous @SuppressWarnings(\"ForeignAsync\") Coroutine<String> load() { return read(); }\n")
                .isClean();
    }

    @Test
    void option_changesTheSeverity() {
        Checked.file("""
                class Subject { @org.springframework.scheduling.annotation.Async Coroutine<String> load() { return null; } }
                """, "-Afermata.check.ForeignAsync=error").reportsAs(Diagnostic.Kind.ERROR);
    }

    @Test
    void missingAnnotation_whereJavacGoesOn_isLeftToIt() {
        Checked.raw("""
                package demo;
                import dev.fermata.Coroutine;
                class Subject { @no.such.Async @Asynchronous Coroutine<String> load() { return null; } }
                """, "-XDshould-stop.ifError=FLOW").isLeftToJavac();
    }

    @Test
    void missingAnnotationsAndTypes_areLeftToJavac() {
        Checked.members("@no.such.Async Coroutine<String> a() { return read(); }\n")
                .isLeftToJavac();
        Checked.members("@Asynchronous Coroutine<String> a() { return read(); }\n")
                .isLeftToJavac();
        Checked.members("static class Asynchronous { }\n@Asynchronous Coroutine<String> a() { return read(); }\n")
                .isLeftToJavac();
        Checked.members("@org.springframework.scheduling.annotation.Async Missing<String> a() { return null; }\n")
                .isLeftToJavac();
    }
}
