package dev.fermata.processor.transform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Local 0 of an instance method is the receiver in code of javac. Other compilers write other values into it once they
 * need the receiver no more, as the class file format allows (JVMS 2.6.1); the JDK's own modules have such classes.
 */
final class OverwrittenReceiverTest {
    private static final String SOURCE = """
            public class Over {
                final int base = 10;
                @Async public static Coroutine<Integer> f(Awaitable<Integer> a) { return new Over().g(a); }
                @Async Coroutine<Integer> g(Awaitable<Integer> a) {
                    int n = await(a) + this.base;
                    String first = "four";
                    for (int i = 0; i < 3; i++) { n += first.charAt(i) > 0 ? await(a) : 0; }
                    try { n += await(a) + first.length(); } catch (RuntimeException e) { n += first.length(); }
                    return result(n);
                }
            }
            """;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsWrittenIntoTheReceiversLocal_isKeptAcrossAwaits(boolean keepDeadLocals) throws Exception {
        byte[] plain = ClassFiles.compile("Over", SOURCE).get("Over");

        Outcome outcome =
                Transformer.transform(overwritten(plain), Lookups.RUNTIME, new TransformOptions(keepDeadLocals, true));

        assertThat(outcome).isInstanceOf(Outcome.Transformed.class);
        assertThat(Performance.of("Over", (Outcome.Transformed) outcome)).isEqualTo(1 + 10 + 3 + 1 + 4);
    }

    /** The same with variable {@code first} of g in local 0. */
    private static byte[] overwritten(byte[] classFile) {
        ClassNode node = new ClassNode();
        new ClassReader(classFile).accept(node, ClassReader.SKIP_FRAMES);
        MethodNode method = node.methods.stream()
                .filter(it -> it.name.equals("g"))
                .findFirst()
                .orElseThrow();
        int first = method.localVariables.stream()
                .filter(it -> it.name.equals("first"))
                .mapToInt((LocalVariableNode it) -> it.index)
                .findFirst()
                .orElseThrow();
        for (var insn : method.instructions) {
            if (insn instanceof VarInsnNode access && access.var == first) {
                access.var = 0;
            }
        }
        method.localVariables.clear();
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
        node.accept(writer);
        return writer.toByteArray();
    }
}
