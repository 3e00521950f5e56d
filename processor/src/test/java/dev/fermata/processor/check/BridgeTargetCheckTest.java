package dev.fermata.processor.check;

import org.junit.jupiter.api.Test;

/** What the processor says of types that it sees is tested beside it. */
final class BridgeTargetCheckTest {
    @Test
    void localType_isReported() {
        Checked.members("""
                void run() {
                    @Bridge §class Local { Coroutine<String> read() { return result("x"); } }
                }
                """)
                .reports("[BridgeTarget] @Bridge on 'Local', a type inside of code; its companions could not name it\n"
                        + "  Make 'Local' a member of a class or of the package.");
    }

    @Test
    void localInterface_inALambda_isReported() {
        Checked.members("""
                Runnable run = () -> {
                    @Bridge §interface Local { Coroutine<String> read(); }
                };
                """).reportsOnly("BridgeTarget");
    }

    @Test
    void memberOfALocalOrAnonymousType_isReported() {
        Checked.members("""
                void run() {
                    class Local { @Bridge §class Inner { Coroutine<String> read() { return result("x"); } } }
                }
                Object anonymous = new Object() {
                    @Bridge §class Inner { Coroutine<String> read() { return result("x"); } }
                };
                """).reportsOnly("BridgeTarget", "BridgeTarget");
    }

    @Test
    void memberTypes_areClean() {
        Checked.members("""
                @Bridge static class Nested { Coroutine<String> read() { return result("x"); } }
                @Bridge interface Face { Coroutine<String> read(); }
                """).isClean();
    }

    @Test
    void anotherBridge_isClean() {
        Checked.file("""
                class Subject { void run() { @other class Local {} } }
                @interface other {}
                """).isClean();
    }
}
