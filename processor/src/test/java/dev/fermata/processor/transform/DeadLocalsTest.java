package dev.fermata.processor.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** Variables that are in scope and will not be read again, across suspensions and joins. */
final class DeadLocalsTest {
    private static final String SOURCE = """
            public class Dead {
                @Async public static Coroutine<Integer> f(Awaitable<Integer> a) {
                    String dead = "dead";
                    long wide = 1;
                    int n = dead.length();
                    for (int i = 0; i < 3; i++) {
                        int[] inner = {i};
                        n += await(a) + (inner[0] > 1 ? await(a) : 0);
                        if (n > 100) { continue; }
                        try { n += await(a); } finally { n++; }
                    }
                    return result(n);
                }
            }
            """;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void codeVerifiesAndRuns(boolean keepDeadLocals) throws Exception {
        assertThat(Performance.of("Dead", transformed(keepDeadLocals))).isEqualTo(4 + 3 + 1 + 3 + 3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void frameHasAFieldForThemOnlyIfTheyAreKept(boolean keepDeadLocals) {
        ClassNode frame = new ClassNode();
        new ClassReader(transformed(keepDeadLocals).extras().get(0).bytes()).accept(frame, 0);

        Stream<String> types = frame.fields.stream().map(it -> it.desc);
        assertThat(types.anyMatch("Ljava/lang/String;"::equals)).isEqualTo(keepDeadLocals);
    }

    private static Outcome.Transformed transformed(boolean keepDeadLocals) {
        byte[] plain = ClassFiles.compile("Dead", SOURCE).get("Dead");
        TransformOptions options = new TransformOptions(keepDeadLocals, true);
        return (Outcome.Transformed) Transformer.transform(plain, Lookups.RUNTIME, options);
    }
}
