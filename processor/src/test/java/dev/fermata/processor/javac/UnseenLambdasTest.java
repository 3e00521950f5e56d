package dev.fermata.processor.javac;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be told of a source by its words. */
final class UnseenLambdasTest {
    private static final String PLAIN = "import static dev.fermata.Coroutine.*; class Foo { ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Object o = s(() -> result(await(x)));",
                "Object o = s(() -> result(1 + await (x)));",
                "Object o = \"\\\"\" + await(x) + '\"';",
                "Object o = s(\"\"\"\n a \\\"\"\" await( \"\"\", await(x));",
                "// \"\n Object o = await(x);"
            })
    void firstCall_awaitImported_isFound(String code) {
        assertThat(UnseenLambdas.firstCall(PLAIN + code)).hasValue("await()");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "latch.await();",
                "latch\n  . await();",
                "awaiting(x);",
                "myawait(x);",
                "my$await(x);",
                "// await(x)",
                "/* \n await(x) */",
                "Object o = \"await(x)\" + 'a' + '\\'';",
                "Object o = \"\"\"\n \" await(x) \\\"\"\" await(x)\"\"\";"
            })
    void firstCall_otherOrNoCode_isNotFound(String code) {
        assertThat(UnseenLambdas.firstCall(PLAIN + code)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Coroutine.await(x)", "Coroutine . suspend (x)", "Generator.yield(x)", "AsyncGenerator.yield(x)"
            })
    void firstCall_named_isFound(String call) {
        assertThat(UnseenLambdas.firstCall("import dev.fermata.*; class Foo { { " + call + "; } }"))
                .hasValue(call.replace(" ", "").replace("(x)", "()"));
        assertThat(UnseenLambdas.firstCall("import other.*; class Foo { { " + call + "; } }"))
                .isEmpty();
        assertThat(UnseenLambdas.firstCall("import dev.fermata.*; class Foo { { My" + call + "; } }"))
                .isEmpty();
    }

    @Test
    void firstCall_awaitNotImported_isNotFound() {
        assertThat(UnseenLambdas.firstCall(
                        "import dev.fermata.Async; class Foo { void f() { await(1); } void await(int x) {} }"))
                .isEmpty();
    }

    @Test
    void firstCall_longTexts_areNoOverflow() {
        String text = "a \\n".repeat(100_000);
        assertThat(UnseenLambdas.firstCall(
                        PLAIN + "Object a = \"\"\"\n" + text + "\"\"\"; /*" + text + "*/ Object b = await(x);"))
                .hasValue("await()");
    }
}
