package dev.fermata.processor.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many awaits fit into a body that HotSpot still compiles: one of more than 8,000 bytes is interpreted for ever. */
final class HugeMethodsTest {
    private static final int HUGE_METHOD_LIMIT = 8_000;

    /** Of the parts of a Code attribute before its code: name, length, max_stack, max_locals (JVMS 4.7.3). */
    private static final int BEFORE_LENGTH_OF_CODE = 2 + 4 + 2 + 2;

    /** Access, name, descriptor, count of attributes (JVMS 4.6). */
    private static final int BEFORE_ATTRIBUTES = 8;

    @ParameterizedTest
    @ValueSource(strings = {"await(a)", "await(next(n))"})
    void bodiesOf140Awaits_areCompiled(String await) {
        assertThat(bytes(await, 140)).isLessThan(HUGE_METHOD_LIMIT);
    }

    @Test
    void bodiesOf160AwaitsOfWhatIsNoCall_areCompiled() {
        assertThat(bytes("await(a)", 160)).isLessThan(HUGE_METHOD_LIMIT);
    }

    private static int bytes(String await, int awaits) {
        String source = """
                public class Huge {
                    @Async static Coroutine<Integer> next(int x) { return result(x + 1); }
                    @Async public static Coroutine<Integer> f(Awaitable<Integer> a) {
                        int n = 0;
                %s
                        return result(n);
                    }
                }
                """.formatted(("n += " + await + ";\n").repeat(awaits));
        byte[] plain = ClassFiles.compile("Huge", source).get("Huge");
        Outcome outcome = Transformer.transform(plain, Lookups.RUNTIME, TransformOptions.DEFAULTS);
        byte[] body = MethodBytes.of(((Outcome.Transformed) outcome).bytes(), "f$async");
        return ByteBuffer.wrap(body).getInt(BEFORE_ATTRIBUTES + BEFORE_LENGTH_OF_CODE);
    }
}
