package dev.fermata.processor.transform;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
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
        ClassNode host = new ClassNode();
        new ClassReader(hostBytes).accept(host, 0);
        for (MethodNode method : host.methods) {
            String key = method.name + method.desc;
            if (bodies.contains(key)) {
                try {
                    new Analyzer<>(new BasicVerifier()).analyze(host.name, method);
                } catch (AnalyzerException | RuntimeException broken) {
                    return new Failure(key, String.valueOf(broken.getMessage()));
                }
            }
        }
        return null;
    }
}
