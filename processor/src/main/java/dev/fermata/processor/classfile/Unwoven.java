package dev.fermata.processor.classfile;

import dev.fermata.processor.transform.analysis.AbiNames;
import dev.fermata.processor.transform.analysis.AsyncFunction;
import dev.fermata.processor.transform.analysis.AsyncFunctions;
import dev.fermata.processor.transform.analysis.Intrinsic;
import dev.fermata.processor.transform.analysis.IntrinsicCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What a class file has that should have been rewritten: functions, in a class that carries no marker; calls of intrinsics, in any.
 *
 * @param places the places, in the order of the class file
 * @param missing the classes that were needed to tell and are not there, with what each was needed for
 */
public record Unwoven(List<Place> places, Map<String, String> missing) {
    /** Copies both. */
    public Unwoven {
        places = List.copyOf(places);
        missing = Map.copyOf(missing);
    }

    /**
     * A place.
     *
     * @param method the name of the method
     * @param descriptor its descriptor
     * @param line the line, or 0 if the class file does not tell
     * @param call the call that was left, as it is written in source; empty if the method itself is meant
     */
    public record Place(String method, String descriptor, int line, String call) {}

    /**
     * Looks.
     *
     * @param classFile the class file
     * @param hierarchy the classes around it, itself among them
     * @return what was found
     */
    public static Unwoven of(byte[] classFile, Hierarchy hierarchy) {
        if (!Mentions.fermata(classFile)) {
            return new Unwoven(List.of(), Map.of());
        }
        ClassNode node = new ClassNode();
        new ClassReader(classFile).accept(node, ClassReader.SKIP_FRAMES);
        ClassFileLookup lookup = new ClassFileLookup(hierarchy, CoroutineLambdas.of(classFile));
        List<Place> places = new ArrayList<>();
        if (!AsyncFunctions.has(node.visibleAnnotations, AbiNames.TRANSFORMED_DESCRIPTOR)) {
            for (AsyncFunction function : AsyncFunctions.of(
                    node, lookup::isAsyncInterface, it -> lookup.isAsyncMethod(node.name, it.name, it.desc))) {
                MethodNode method = function.method();
                places.add(new Place(method.name, method.desc, firstLine(method), ""));
            }
        }
        for (MethodNode method : node.methods) {
            Intrinsic.nameDeclaringClass(method, lookup::isSubclass);
            for (IntrinsicCalls.Call call : IntrinsicCalls.in(method)) {
                places.add(new Place(method.name, method.desc, call.line(), call.text()));
            }
        }
        return new Unwoven(places, lookup.missing());
    }

    private static int firstLine(MethodNode method) {
        return StreamSupport.stream(method.instructions.spliterator(), false)
                .filter(LineNumberNode.class::isInstance)
                .mapToInt(it -> ((LineNumberNode) it).line)
                .findFirst()
                .orElse(0);
    }
}
