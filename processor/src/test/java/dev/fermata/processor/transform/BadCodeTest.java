package dev.fermata.processor.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.weave.Problem;
import dev.fermata.processor.weave.RewritingTexts;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Code that no virtual machine takes as the compiler wrote it: javac 17 writes such, and it must not be blamed on the source, or on us. */
final class BadCodeTest {
    private static final String SOURCE = """
            class Bad {
                @Async static Coroutine<Integer> f(Awaitable<Integer> a) {
                    int n = 0;
                    try { n = await(a); } catch (IllegalStateException e) { n = 1; }
                    return result(n);
                }
            }
            """;

    /** As javac 17 does it for a synchronized or try in a switch expression that has operands before it. */
    private static void handlerWithAnOperand(MethodNode method) {
        AbstractInsnNode insn = method.tryCatchBlocks.get(0).handler;
        while (!(insn instanceof FrameNode)) {
            insn = insn.getNext();
        }
        FrameNode frame = (FrameNode) insn;
        frame.stack = List.of(Opcodes.INTEGER, "java/lang/IllegalStateException");
        method.maxStack++;
    }

    private static void hashCodeOfAnInt(MethodNode method) {
        InsnList wrong = new InsnList();
        wrong.add(new InsnNode(Opcodes.ICONST_0));
        wrong.add(new MethodInsnNode(Opcodes.INVOKEVIRTUAL, "java/lang/Object", "hashCode", "()I"));
        wrong.add(new InsnNode(Opcodes.POP));
        method.instructions.insert(wrong);
    }

    private static Rejection rejected(Consumer<MethodNode> damage) {
        ClassNode node = new ClassNode();
        new ClassReader(ClassFiles.compile("Bad", SOURCE).get("Bad")).accept(node, ClassReader.EXPAND_FRAMES);
        node.methods.stream().filter(it -> it.name.equals("f")).forEach(damage);
        ClassWriter writer = new ClassWriter(0);
        node.accept(writer);
        Outcome outcome = Transformer.transform(writer.toByteArray(), Lookups.RUNTIME, TransformOptions.DEFAULTS);
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        return ((Outcome.Rejected) outcome).rejections().get(0);
    }

    @Test
    void handlerWithOperandsBelowTheException_isTheCompilersFault() {
        Rejection rejection = rejected(BadCodeTest::handlerWithAnOperand);

        assertThat(rejection.reason())
                .isEqualTo("has code that does not verify: a handler with operands below its exception");
        assertThat(rejection.method()).isEqualTo("f");
        assertThat(rejection.line()).isEqualTo(7);
        assertThat(rejection.isOfBadCode()).isTrue();
    }

    @Test
    void codeThatDidNotVerifyBefore_isNotOurs() {
        Rejection rejection = rejected(BadCodeTest::hashCodeOfAnInt);

        assertThat(rejection.reason())
                .startsWith("has code that does not verify: ")
                .doesNotContain("report it");
        assertThat(rejection.method()).isEqualTo("f");
        assertThat(rejection.isOfBadCode()).isTrue();
    }

    @Test
    void badCode_isCuredAtTheCompiler() {
        Problem problem = RewritingTexts.rejected("Bad", rejected(BadCodeTest::handlerWithAnOperand));

        assertThat(problem.cure().pattern()).startsWith("The compiler wrote it so; javac 17 does");
    }
}
