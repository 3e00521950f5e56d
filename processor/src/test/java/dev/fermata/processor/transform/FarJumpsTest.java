package dev.fermata.processor.transform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies over 32 KB, in which jumps do not fit into 16 bits and the class file writer has to widen them. */
final class FarJumpsTest {
    @ParameterizedTest
    @ValueSource(ints = {300, 400, 500, 590, 600, 610, 620, 630, 640, 650})
    void jumpsAreWidened(int awaits) throws Exception {
        String source =
                "public class Far { @Async public static Coroutine<Integer> f(Awaitable<Integer> a) { int n = 0;\n"
                        + "for (int i = 0; i < 2; i++) {\n"
                        + "n += await(a);\n".repeat(awaits)
                        + "} return result(n); } }";
        byte[] plain = ClassFiles.compile("Far", source).get("Far");

        Outcome outcome = Transformer.transform(plain, Lookups.RUNTIME, TransformOptions.DEFAULTS);

        assertThat(outcome).isInstanceOf(Outcome.Transformed.class);
        assertThat(Performance.of("Far", (Outcome.Transformed) outcome)).isEqualTo(2 * awaits);
    }
}
