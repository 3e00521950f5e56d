package dev.fermata.processor.realcode;

import dev.fermata.processor.transform.GeneratedClass;
import dev.fermata.processor.transform.Outcome;
import dev.fermata.processor.transform.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A class whose methods have suspending copies, rewritten.
 *
 * @param name its internal name
 * @param instrumented the class file with copies, not yet rewritten
 * @param bytes the rewritten one
 * @param extras the generated classes
 * @param functions the methods that have copies
 */
record Woven(String name, byte[] instrumented, byte[] bytes, List<GeneratedClass> extras, List<Function> functions) {
    /**
     * Rewrites a class: with all of its methods that the choice gives points to, but those that are rejected.
     *
     * @return the class, or nothing if no method is left
     */
    static Optional<Woven> of(byte[] classFile, Choice choice, Engine engine, Tally tally) {
        Instrumenter instrumenter = new Instrumenter(classFile, choice);
        String name = instrumenter.node().name;
        List<Function> functions = new ArrayList<>(instrumenter.functions());
        while (!functions.isEmpty()) {
            byte[] instrumented;
            Outcome outcome;
            try {
                instrumented = instrumenter.instrument(functions);
                outcome = engine.transform(instrumented);
            } catch (MethodTooLargeException large) {
                tally.unprovable("method over 64 KB before it is rewritten");
                functions.removeIf(it -> it.copy().equals(large.getMethodName()));
                continue;
            } catch (ClassTooLargeException large) {
                tally.unprovable("constant pool is full before it is rewritten");
                return Optional.empty();
            } catch (RuntimeException | Error thrown) {
                tally.fault(name + ": the transform threw " + thrown + " at " + thrown.getStackTrace()[0]);
                return Optional.empty();
            }
            if (outcome instanceof Outcome.Transformed transformed) {
                tally.classes++;
                tally.methods += functions.size();
                tally.points += functions.stream().mapToInt(Function::points).sum();
                return Optional.of(new Woven(
                        name, instrumented, transformed.bytes(), transformed.extras(), List.copyOf(functions)));
            }
            if (!(outcome instanceof Outcome.Rejected rejected)
                    || !drop(rejected.rejections(), functions, tree(instrumented), tally)) {
                tally.fault(name + ": " + outcome);
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Drops what was rejected from the functions; false if nothing was, or not for a listed and true reason. */
    private static boolean drop(List<Rejection> rejections, List<Function> functions, ClassNode node, Tally tally) {
        for (Rejection rejection : rejections) {
            if (rejection.method().isEmpty()) {
                return dropHalf(rejection, functions, tally);
            }
            Optional<MethodNode> method = node.methods.stream()
                    .filter(it -> it.name.equals(rejection.method()) && it.desc.equals(rejection.descriptor()))
                    .findFirst();
            Optional<Reason> reason = method.flatMap(it -> Reason.of(rejection, it, node.version));
            if (reason.isEmpty() || !functions.removeIf(it -> it.copy().equals(rejection.method()))) {
                return false;
            }
            tally.reject(reason.get());
        }
        return !rejections.isEmpty();
    }

    /** What the class as a whole is rejected for may not be true of half of it. */
    private static boolean dropHalf(Rejection rejection, List<Function> functions, Tally tally) {
        Optional<Reason> reason = Reason.ofClass(rejection, functions.size());
        reason.ifPresent(it -> {
            List<Function> half = functions.subList(functions.size() / 2, functions.size());
            half.forEach(function -> tally.reject(it));
            half.clear();
        });
        return reason.isPresent();
    }

    private static ClassNode tree(byte[] classFile) {
        ClassNode node = new ClassNode();
        new ClassReader(classFile).accept(node, ClassReader.EXPAND_FRAMES);
        return node;
    }
}
