package dev.fermata.processor.realcode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.transform.Outcome;
import dev.fermata.processor.transform.Rejection;
import dev.fermata.processor.transform.TransformOptions;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The proof of real code finds faults: each kind is made on purpose, and has to be reported. */
final class ProofTest {
    private static final Engine SOUND = Engine.of(TransformOptions.DEFAULTS);

    @Test
    void soundTransformHasNoFault() {
        assertThat(prove(SOUND).faults).isEmpty();
    }

    @Test
    void frameThatDoesNotFitIsReportedByTheJvm() {
        // ASM's analysis reads no frames, so this is the JVM's alone to find.
        Engine wrong = damaging(body -> {
            for (var insn : body.instructions) {
                if (insn instanceof FrameNode frame && frame.local != null && !frame.local.isEmpty()) {
                    frame.local = List.of(Opcodes.FLOAT);
                }
            }
        });

        assertThat(prove(wrong).faults).anyMatch(it -> it.contains("the JVM refuses java.lang.VerifyError"));
    }

    @Test
    void operandThatIsMissingIsReportedByBothVerifiers() {
        Engine wrong = damaging(body -> body.instructions.insert(new InsnNode(Opcodes.POP)));

        assertThat(prove(wrong).faults)
                .anyMatch(it -> it.contains("ASM's verifier refuses"))
                .anyMatch(it -> it.contains("the JVM refuses java.lang.VerifyError"));
    }

    @Test
    void changeOfAnUntouchedMethodIsReported() {
        Engine wrong = rewriting(node -> node.methods.stream()
                .filter(it -> it.name.equals("isNullOrEmpty"))
                .forEach(it -> it.instructions.insert(new InsnNode(Opcodes.NOP))));

        assertThat(prove(wrong).faults)
                .contains("com/google/common/base/Strings.isNullOrEmpty(Ljava/lang/String;)Z"
                        + " holds no point and was changed");
    }

    @Test
    void exceptionOfTheTransformIsReported() {
        Engine wrong = classFile -> {
            throw new IllegalStateException("out of order");
        };

        assertThat(prove(wrong).faults).anyMatch(it -> it.contains("threw java.lang.IllegalStateException"));
    }

    @Test
    void untrueReasonIsReported() {
        Engine wrong = classFile -> {
            ClassNode node = read(classFile);
            MethodNode last = node.methods.get(node.methods.size() - 1);
            return new Outcome.Rejected(
                    List.of(new Rejection(node.name, last.name, last.desc, 0, "holds a monitor across await()")));
        };

        assertThat(prove(wrong).faults).anyMatch(it -> it.contains("holds a monitor across await()"));
    }

    @Test
    void valueThatIsNotRestoredIsSeenWhenItIsRun() {
        Engine wrong = damaging(body -> {
            for (var insn : body.instructions.toArray()) {
                if (insn instanceof FieldInsnNode field
                        && field.getOpcode() == Opcodes.GETFIELD
                        && field.desc.equals("I")
                        && field.owner.endsWith("Coroutine")) {
                    body.instructions.insert(insn, new InsnNode(Opcodes.ICONST_0));
                    body.instructions.insert(insn, new InsnNode(Opcodes.POP));
                }
            }
        });

        assertThat(prove(wrong).faults).isEmpty();
        assertThat(run(SOUND).differences).isEmpty();
        assertThat(run(wrong).differences).anyMatch(it -> it.contains("Strings.padStart(java.lang.String,int,char)"));
    }

    private static Playground.Result run(Engine engine) {
        return new Playground(Library.of(List.of(guava())), engine).run(strings(), Choice.calls(1, 0));
    }

    private static Tally prove(Engine engine) {
        return new Proof(Library.of(List.of(guava())), engine).of(strings(), Choice.calls(1, 0));
    }

    private static Corpus guava() {
        return Corpus.ofJarWith(com.google.common.base.Strings.class);
    }

    private static Corpus strings() {
        return Renewed.of(guava().only(it -> it.equals("com/google/common/base/Strings")));
    }

    private static Engine damaging(Consumer<MethodNode> damage) {
        return rewriting(node -> node.methods.stream()
                .filter(it -> it.name.endsWith("$async") && Type.getArgumentTypes(it.desc).length > 0)
                .forEach(damage));
    }

    /** The transform, and then something else that is done to the host. */
    private static Engine rewriting(Consumer<ClassNode> damage) {
        return classFile -> {
            Outcome.Transformed sound = (Outcome.Transformed) SOUND.transform(classFile);
            ClassNode node = read(sound.bytes());
            damage.accept(node);
            // With the constant pool as it is, or all methods would differ.
            ClassWriter writer = new ClassWriter(new ClassReader(sound.bytes()), 0);
            node.accept(writer);
            return new Outcome.Transformed(sound.name(), writer.toByteArray(), sound.extras(), sound.nestHost());
        };
    }

    private static ClassNode read(byte[] classFile) {
        ClassNode node = new ClassNode();
        new ClassReader(classFile).accept(node, ClassReader.EXPAND_FRAMES);
        return node;
    }
}
