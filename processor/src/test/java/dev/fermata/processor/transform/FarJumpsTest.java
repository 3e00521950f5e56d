package dev.fermata.processor.transform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies over 32 KB, in which jumps do not fit into 16 bits and the class file writer has to widen them. */
final class FarJumpsTest {
    @ParameterizedTest
    @ValueSource(ints = {600, 1120, 1175, 1185, 1195})
    void jumpsAreWidened(int awaits) throws Exception {
        String source =
                "public class Far { @Async public static Coroutine<Integer> f(Awaitable<Integer> a) { int n = 0;\n"
                        + "for (int i = 0; i < 2; i++) {\n"
                        + "n += await(a);\n".repeat(awaits)
                        + "}" + "n += 0;\n".repeat(1200) + "return result(n); } }";
        byte[] plain = ClassFiles.compile("Far", source).get("Far");

        Outcome outcome = Transformer.transform(plain, Lookups.RUNTIME, TransformOptions.DEFAULTS);

        assertThat(outcome).isInstanceOf(Outcome.Transformed.class);
        assertThat(Performance.of("Far", (Outcome.Transformed) outcome)).isEqualTo(2 * awaits);
    }

    @Test
    void thousandAwaits_withVariablesAndHandlers_fit() throws Exception {
        String source =
                "public class Far { @Async public static Coroutine<Integer> f(Awaitable<Integer> a) { int n = 0; long failures = 0;\n"
                        + "StringBuilder text = new StringBuilder();\n"
                        + ("text.append(await(a)).append(n);\n"
                                        + "try { n += await(a); } catch (RuntimeException e) { failures++; }\n")
                                .repeat(500)
                        + "return result(n + (int) failures); } }";
        byte[] plain = ClassFiles.compile("Far", source).get("Far");

        Outcome outcome = Transformer.transform(plain, Lookups.RUNTIME, TransformOptions.DEFAULTS);

        assertThat(outcome).isInstanceOf(Outcome.Transformed.class);
        assertThat(Performance.of("Far", (Outcome.Transformed) outcome)).isEqualTo(500);
    }
}
