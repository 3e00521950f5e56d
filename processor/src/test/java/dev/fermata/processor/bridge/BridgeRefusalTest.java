package dev.fermata.processor.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What cannot be bridged, and what is said of it. */
final class BridgeRefusalTest {
    private static Bridged shop(String members) {
        return Bridged.of("package a;\n@Bridge\nabstract class Shop {\n" + members + "}\n");
    }

    @Test
    void annotationType_isRefused() {
        Bridged.of("package a;\n@Bridge\n@interface Shop {}\n")
                .reports(
                        "3: [BridgeTarget] @Bridge on annotation type 'Shop'; it has no coroutine functions\n  Remove @Bridge.");
    }

    @Test
    void privateType_isRefused() {
        Bridged.of("package a;\nclass Outer {\n    @Bridge\n    private interface Shop { Coroutine<String> f(); }\n}\n")
                .reports(
                        "4: [BridgeTarget] @Bridge on private type 'Shop'; its companions are classes of their own and cannot name it\n"
                                + "  Remove private from 'Shop', or @Bridge from 'Shop'.");
    }

    @Test
    void typeInAPrivateType_isRefused() {
        Bridged.of(
                        "package a;\nclass Outer { private static class Hidden {\n@Bridge interface Shop { Coroutine<String> f(); }\n} }\n")
                .reports(
                        "3: [BridgeTarget] @Bridge on 'Shop' inside of private type 'Hidden'; its companions are classes of their own and cannot name it\n"
                                + "  Remove private from 'Hidden', or @Bridge from 'Shop'.");
    }

    @Test
    void localType_isRefused_whenItsCodeIsCompiled() {
        Bridged.of(
                        "package a;\nclass Outer { void f() {\n@Bridge class Shop { Coroutine<String> f() { return result(\"\"); } }\n} }\n")
                .reports(
                        "3: [BridgeTarget] @Bridge on 'Shop', a type inside of code; its companions could not name it\n"
                                + "  Make 'Shop' a member of a class or of the package.");
    }

    @Test
    void noCoroutineFunction_isRefused() {
        shop("private Coroutine<String> f() { return result(\"\"); }\nint g() { return 1; }\n")
                .reports(
                        "3: [BridgeTarget] @Bridge on 'Shop', which has no coroutine function; its companions would be empty\n"
                                + "  Declare a method that returns Coroutine<T> and is not private, or remove @Bridge.");
    }

    @Test
    void rawCoroutine_isRefusedAtTheMethod() {
        shop("@SuppressWarnings(\"rawtypes\")\nabstract Coroutine f();\n")
                .reports(
                        "5: [BridgeTarget] 'f' does not say what its coroutine returns; neither could its counterpart\n"
                                + "  Write the type argument, as in Coroutine<String>, or @Bridge(exclude = \"f\").");
    }

    @Test
    void functionOfARawSupertype_isRefusedAtTheType() {
        Bridged.of(
                        "package a;\nclass Base<E> { Coroutine<String> f() { return result(\"\"); } }\n",
                        "package a;\n@SuppressWarnings(\"rawtypes\") @Bridge\nclass Shop extends Base {}\n")
                .reports(
                        "3: [BridgeTarget] 'Shop' inherits 'f' from a raw type, which does not say what its coroutine returns\n"
                                + "  Write type arguments where 'Shop' names its supertypes, or @Bridge(exclude = \"f\").");
    }

    @Test
    void typeThatThePackageCannotSee_isRefused_whereverItStands() {
        String cure = "\n  Make 'Hidden' visible in the package, or write @Bridge(exclude = \"%s\").";
        shop("""
                private static class Hidden extends Exception { static final long serialVersionUID = 1; }
                abstract Coroutine<List<Hidden>> result();
                abstract Coroutine<String> parameter(Hidden[] it);
                abstract Coroutine<String> thrown() throws Hidden;
                abstract <T extends Hidden> Coroutine<String> bound();
                """)
                .reports(
                        "5: [BridgeTarget] 'result' has 'Hidden' in its signature; the companions of 'Shop' cannot name it"
                                + String.format(cure, "result"),
                        "6: [BridgeTarget] 'parameter' has 'Hidden' in its signature; the companions of 'Shop' cannot name it"
                                + String.format(cure, "parameter"),
                        "7: [BridgeTarget] 'thrown' has 'Hidden' in its signature; the companions of 'Shop' cannot name it"
                                + String.format(cure, "thrown"),
                        "8: [BridgeTarget] 'bound' has 'Hidden' in its signature; the companions of 'Shop' cannot name it"
                                + String.format(cure, "bound"));
    }

    @Test
    void typeThatASupertypeIsGiven_isLookedAt_andReportedAtTheHeir() {
        Bridged.of(
                        "package a;\nabstract class Base<E> { abstract Coroutine<E> f(); }\n",
                        "package a;\nclass Outer { private static class Hidden {}\n@Bridge abstract static class Shop extends Base<Hidden> {}\n}\n")
                .reports(
                        "3: [BridgeTarget] 'f' has 'Hidden' in its signature; the companions of 'Shop' cannot name it\n"
                                + "  Make 'Hidden' visible in the package, or write @Bridge(exclude = \"f\").");
    }

    @Test
    void counterpartsWithOneSignature_areRefused() {
        shop("""
                static Coroutine<String> f(String it) { return result(it); }
                static Coroutine<String> f(EventLoop loop, String it) { return result(it); }
                """)
                .reports(
                        "5: [BridgeTarget] static 'f' and its overload with an EventLoop in front have one counterpart; it cannot be both\n"
                                + "  Rename one of them, or write @Bridge(exclude = \"f\").");
    }

    @Test
    void signatureOfAMethodOfObject_isRefused() {
        Bridged.of(
                        "package a;\n@Bridge\ninterface Shop {\nCoroutine<Void> finalize();\nCoroutine<String> clone();\n}\n")
                .reports(
                        "4: [BridgeTarget] 'finalize' has no counterpart; Object has a method of that signature, which returns something else\n"
                                + "  Rename it, or write @Bridge(exclude = \"finalize\").",
                        "5: [BridgeTarget] 'clone' has no counterpart; Object has a method of that signature, which returns something else\n"
                                + "  Rename it, or write @Bridge(exclude = \"clone\").");
    }

    @Test
    void excludedName_thatNothingHas_isRefused() {
        Bridged.of(
                        "package a;\n@Bridge(exclude = \"prize\")\ninterface Shop { Coroutine<String> price(); int prize(); }\n")
                .reports("3: [BridgeTarget] @Bridge excludes 'prize', and 'Shop' has no such coroutine function\n"
                        + "  Write the name of one, or leave it out.");
    }

    @Test
    void allProblems_areReportedAtOnce() {
        assertThat(Bridged.of("""
                        package a;
                        @Bridge(exclude = {"x", "y"})
                        @SuppressWarnings("rawtypes")
                        interface Shop { Coroutine f(); Coroutine g(); }
                        """, "package a;\n@Bridge @interface Other {}\n").errors())
                .hasSize(5)
                .allMatch(error -> error.startsWith("[BridgeTarget] "));
    }

    @Test
    void lines_areNotTooLong() {
        String name = "aNameThatIsMuchTooLong".repeat(6);
        assertThat(shop("@SuppressWarnings(\"rawtypes\")\nabstract Coroutine " + name + "();\n")
                        .errors())
                .singleElement()
                .satisfies(error -> assertThat(error.lines())
                        .hasSize(2)
                        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(140)));
    }
}
