package dev.fermata.processor.transform;

import dev.fermata.processor.transform.plan.FunctionPlan;
import java.util.List;
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

    /** What is wrong with the bodies of functions, or null. */
    static @Nullable Rejection failure(byte[] hostBytes, List<FunctionPlan> plans) {
        ClassNode host = new ClassNode();
        new ClassReader(hostBytes).accept(host, 0);
        for (MethodNode method : host.methods) {
            for (FunctionPlan plan : plans) {
                if (method.name.equals(plan.bodyName())
                        && method.desc.equals(plan.layout().descriptor())) {
                    try {
                        new Analyzer<>(new BasicVerifier()).analyze(host.name, method);
                    } catch (AnalyzerException | RuntimeException broken) {
                        return rejection(host, method, plan, broken);
                    }
                }
            }
        }
        return null;
    }

    private static Rejection rejection(ClassNode host, MethodNode body, FunctionPlan plan, Exception broken) {
        String reason = "was rewritten to code that does not verify; this is an error of Fermata, please report it: "
                + broken.getMessage();
        return new Rejection(host.name, body.name, body.desc, plan.analysis().firstLine(), reason);
    }
}
