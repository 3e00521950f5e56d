package dev.fermata.processor.transform;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicVerifier;

/**
 * Reads what was written and analyses it once more: kinds of values, heights of the operand stack, uses of locals. Classes
 * are told apart by the JVM's verifier only; that it agrees is proved by the test suite, with all classes at hand.
 */
final class Verification {
    private Verification() {}

    /**
     * What is wrong.
     *
     * @param method name and descriptor of the method
     * @param message what the analysis says
     */
    record Failure(String method, String message) {}

    /** What is wrong with the bodies, given by name and descriptor; or null. */
    static @Nullable Failure failure(byte[] hostBytes, Set<String> bodies) {
        ClassNode host = new ClassNode(Opcodes.ASM9) {
            @Override
            public @Nullable MethodVisitor visitMethod(
                    int access,
                    String name,
                    String descriptor,
                    @Nullable String signature,
                    String @Nullable [] exceptions) {
                return bodies.contains(name + descriptor)
                        ? super.visitMethod(access, name, descriptor, signature, exceptions)
                        : null;
            }
        };
        // The analysis follows the instructions and looks neither at frames nor at what is there for debuggers.
        new ClassReader(hostBytes).accept(host, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        for (MethodNode method : host.methods) {
            try {
                new Analyzer<>(new BasicVerifier()).analyze(host.name, method);
            } catch (AnalyzerException | RuntimeException broken) {
                return new Failure(method.name + method.desc, String.valueOf(broken.getMessage()));
            }
        }
        return null;
    }
}
