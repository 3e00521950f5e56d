package dev.fermata.processor.catalogue;

import dev.fermata.processor.catalogue.RestoreBlocks.Place;
import dev.fermata.processor.transform.analysis.AsyncFunction;
import dev.fermata.processor.transform.analysis.CannotRewrite;
import dev.fermata.processor.transform.analysis.FunctionAnalysis;
import dev.fermata.processor.transform.analysis.FunctionKind;
import dev.fermata.processor.transform.analysis.SuspensionPoint;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/**
 * What the fields of one generated class may hold at each suspension: the place that each is put back in, and whether that
 * place is read from there on.
 *
 * @param readAgain the names of the fields that hold what the body reads again, by state
 * @param unread the names of reference fields that are put back and not read again, by state; states that have some
 * @param variables the variables that are in scope and read again, in the order of their slots, and the fields that are put back
 *     into them, "" where a null is; by state
 */
record FrameFacts(
        Map<Integer, Set<String>> readAgain,
        Map<Integer, Set<String>> unread,
        Map<Integer, Map<String, String>> variables) {
    /** Finds them in the class files, those that were rewritten and those that javac wrote. */
    static FrameFacts of(String frameClass) {
        try {
            ClassNode frame = read(Compiled.woven(frameClass));
            MethodInsnNode call = bodyCall(frame);
            ClassNode host = read(Compiled.woven(call.owner));
            MethodNode body = method(host, call.name, call.desc);
            MethodNode stub = host.methods.stream()
                    .filter(it -> makes(it, frameClass))
                    .findFirst()
                    .orElseThrow();
            MethodNode original = method(read(Compiled.plain(call.owner)), stub.name, stub.desc);
            return of(frame, body, original, call.owner);
        } catch (AnalyzerException | CannotRewrite broken) {
            throw new IllegalStateException(frameClass, broken);
        }
    }

    /** Tells whether a class is a generated one. */
    static boolean isFrame(String name) {
        ClassNode node = read(Compiled.woven(name));
        return (node.access & Opcodes.ACC_SYNTHETIC) != 0
                && node.methods.stream().anyMatch(it -> it.name.equals("location"));
    }

    private static FrameFacts of(ClassNode frameClass, MethodNode body, MethodNode original, String owner)
            throws AnalyzerException, CannotRewrite {
        Map<Integer, Map<String, Place>> blocks = RestoreBlocks.of(body, frameClass.name);
        List<SuspensionPoint> points = FunctionAnalysis.of(
                        owner, new AsyncFunction(original, kind(original), false), FrameFacts::isSubclass)
                .points();
        if (points.size() != blocks.size()) {
            throw new IllegalStateException(
                    frameClass.name + ": " + points.size() + " points, " + blocks.size() + " blocks");
        }
        ReadsAhead reads = new ReadsAhead(original);
        FrameFacts facts = new FrameFacts(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        blocks.forEach((state, places) -> {
            facts.readAgain.put(state, new TreeSet<>());
            facts.variables.put(state, variables(original, points.get(state - 1).call(), places, reads));
            places.forEach((field, place) -> {
                if (place.isOperand()
                        || reads.of(place.local(), points.get(state - 1).call())) {
                    facts.readAgain.get(state).add(field);
                } else if (isReference(frameClass, field)) {
                    facts.unread.computeIfAbsent(state, it -> new TreeSet<>()).add(field);
                }
            });
        });
        return facts;
    }

    private static Map<String, String> variables(
            MethodNode original, MethodInsnNode call, Map<String, Place> places, ReadsAhead reads) {
        int at = original.instructions.indexOf(call);
        Map<String, String> variables = new LinkedHashMap<>();
        original.localVariables.stream()
                .filter(it -> !it.name.equals("this"))
                .filter(it ->
                        original.instructions.indexOf(it.start) <= at && at < original.instructions.indexOf(it.end))
                .filter(it -> reads.of(it.index, call))
                .sorted(Comparator.comparing(it -> it.index))
                .forEach(it -> variables.put(it.name, fieldOf(it.index, places)));
        return variables;
    }

    private static String fieldOf(int slot, Map<String, Place> places) {
        return places.entrySet().stream()
                .filter(it -> it.getValue().local() == slot)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private static boolean isReference(ClassNode type, String field) {
        return type.fields.stream().anyMatch(it -> it.name.equals(field) && it.desc.length() > 1);
    }

    private static boolean isSubclass(String name, String base) {
        try {
            ClassLoader loader = Compiled.WOVEN.loader();
            Class<?> type = Class.forName(name.replace('/', '.'), false, loader);
            return Class.forName(base.replace('/', '.'), false, loader).isAssignableFrom(type);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FunctionKind kind(MethodNode original) {
        for (FunctionKind kind : FunctionKind.values()) {
            if (original.desc.endsWith(")L" + kind.returned() + ";")) {
                return kind;
            }
        }
        throw new IllegalStateException(original.name + original.desc);
    }

    private static MethodInsnNode bodyCall(ClassNode frameClass) {
        return calls(frameClass.methods.stream()
                        .filter(it -> it.name.equals("step"))
                        .findFirst()
                        .orElseThrow())
                .stream()
                .filter(it -> it.name.endsWith("$async"))
                .findFirst()
                .orElseThrow();
    }

    private static List<MethodInsnNode> calls(MethodNode method) {
        return StreamSupport.stream(method.instructions.spliterator(), false)
                .filter(MethodInsnNode.class::isInstance)
                .map(MethodInsnNode.class::cast)
                .toList();
    }

    private static boolean makes(MethodNode method, String type) {
        return StreamSupport.stream(method.instructions.spliterator(), false)
                .anyMatch(insn -> insn.getOpcode() == Opcodes.NEW && ((TypeInsnNode) insn).desc.equals(type));
    }

    private static MethodNode method(ClassNode type, String name, String descriptor) {
        return type.methods.stream()
                .filter(it -> it.name.equals(name) && it.desc.equals(descriptor))
                .findFirst()
                .orElseThrow();
    }

    private static ClassNode read(byte[] classFile) {
        ClassNode node = new ClassNode();
        new ClassReader(classFile).accept(node, ClassReader.EXPAND_FRAMES);
        return node;
    }
}
