package dev.fermata.processor.classfile;

import dev.fermata.processor.classfile.RawClass.RawMethod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What must be the same in a class file before and after it was rewritten: everything, but that a function has other code
 * and a body behind it, that the class has a marker, and that nest members may have been added.
 */
public final class Identity {
    /** The marker: its type, the number of its values, and one name, tag and value. */
    private static final int MARKER_LENGTH = 9;

    private final RawClass before;
    private final RawClass after;
    private final List<String> faults = new ArrayList<>();

    private Identity(RawClass before, RawClass after) {
        this.before = before;
        this.after = after;
    }

    /** What is not the same. */
    public static List<String> faults(byte[] before, byte[] after) {
        Identity identity = new Identity(RawClass.of(before), RawClass.of(after));
        identity.compare();
        identity.compareBodies(node(before), node(after));
        return identity.faults;
    }

    private void compare() {
        same("constant pool", before.pool(), Arrays.copyOf(after.pool(), before.pool().length));
        same("access flags, superclass, interfaces", before.head(), after.head());
        same("fields", before.fields(), after.fields());
        List<String> order = new ArrayList<>();
        before.methods().forEach((key, method) -> {
            order.add(key);
            RawMethod now = after.methods().get(key);
            String body = body(key);
            if (now == null) {
                faults.add("no method " + key);
            } else if (body == null) {
                same("method " + key, method.bytes(), now.bytes());
            } else {
                order.add(body);
                compareFunction(key, method, now, after.methods().get(body));
            }
        });
        if (!order.equals(List.copyOf(after.methods().keySet()))) {
            faults.add("methods are " + after.methods().keySet());
        }
        compareAttributes();
    }

    /** The body of a function: the method behind it, if that is new. */
    private String body(String key) {
        List<String> keys = List.copyOf(after.methods().keySet());
        int next = keys.indexOf(key) + 1;
        return next > 0 && next < keys.size() && !before.methods().containsKey(keys.get(next)) ? keys.get(next) : null;
    }

    private void compareFunction(String key, RawMethod method, RawMethod stub, RawMethod body) {
        same("head of " + key, method.head(), stub.head());
        sameNames("attributes of " + key, method.attributes(), stub.attributes(), Set.of());
        method.attributes().forEach((name, bytes) -> {
            if (!name.equals("Code")) {
                same(name + " of " + key, bytes, stub.attributes().get(name));
            }
        });
        sameNames("attributes of the body of " + key, Map.of("Code", new byte[0]), body.attributes(), Set.of());
        int expected = Opcodes.ACC_PRIVATE | (method.access() & Opcodes.ACC_STATIC);
        if (body.access() != expected) {
            faults.add("the body of " + key + " has access flags " + body.access());
        }
    }

    private void compareAttributes() {
        sameNames(
                "attributes",
                before.attributes(),
                after.attributes(),
                Set.of("NestMembers", "RuntimeVisibleAnnotations"));
        before.attributes().forEach((name, bytes) -> {
            byte[] now = after.attributes().get(name);
            if (now == null) {
                return; // told already
            }
            switch (name) {
                case "NestMembers" ->
                    same(name, withoutCount(bytes), Arrays.copyOf(withoutCount(now), bytes.length - 2));
                case "RuntimeVisibleAnnotations" -> {
                    boolean marked = now.length == bytes.length + MARKER_LENGTH;
                    same(
                            name,
                            withoutCount(bytes),
                            Arrays.copyOfRange(now, 2 + (marked ? MARKER_LENGTH : 0), now.length));
                }
                default -> same(name, bytes, now);
            }
        });
    }

    private static byte[] withoutCount(byte[] table) {
        return Arrays.copyOfRange(table, 2, table.length);
    }

    private void same(String what, byte[] expected, byte[] actual) {
        if (!Arrays.equals(expected, actual)) {
            faults.add(what + " differs");
        }
    }

    private void sameNames(
            String what, Map<String, byte[]> expected, Map<String, byte[]> actual, Set<String> mayBeNew) {
        Set<String> added = new TreeSet<>(actual.keySet());
        added.removeAll(expected.keySet());
        added.removeAll(mayBeNew);
        Set<String> lost = new TreeSet<>(expected.keySet());
        lost.removeAll(actual.keySet());
        if (!added.isEmpty() || !lost.isEmpty()) {
            faults.add(what + ": added " + added + ", lost " + lost);
        }
    }

    /** A body has the lines and the variables that the function had. */
    private void compareBodies(ClassNode host, ClassNode rewritten) {
        for (MethodNode method : host.methods) {
            String body = body(method.name + method.desc);
            if (body == null) {
                continue;
            }
            MethodNode now = rewritten.methods.stream()
                    .filter(it -> body.equals(it.name + it.desc))
                    .findFirst()
                    .orElseThrow();
            same("lines of " + method.name, lines(method), lines(now));
            same("variables of " + method.name, variables(method), variables(now));
            same("annotations of variables of " + method.name, annotations(method), annotations(now));
        }
    }

    private void same(String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            faults.add(what + " were " + expected + ", are " + actual);
        }
    }

    private static Set<Integer> lines(MethodNode method) {
        Set<Integer> lines = new TreeSet<>();
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof LineNumberNode line) {
                lines.add(line.line);
            }
        }
        return lines;
    }

    /** Names, types and slots, and the lines that their scopes begin and end in. */
    private static List<String> variables(MethodNode method) {
        List<String> variables = new ArrayList<>();
        if (method.localVariables != null) {
            for (LocalVariableNode it : method.localVariables) {
                variables.add(it.index + " " + it.name + " " + it.desc + " " + it.signature + " from " + line(it.start)
                        + " to " + line(it.end));
            }
        }
        return variables;
    }

    private static int line(AbstractInsnNode label) {
        for (AbstractInsnNode node = label; node != null; node = node.getPrevious()) {
            if (node instanceof LineNumberNode line) {
                return line.line;
            }
        }
        return 0;
    }

    private static List<String> annotations(MethodNode method) {
        List<String> annotations = new ArrayList<>();
        if (method.visibleLocalVariableAnnotations != null) {
            method.visibleLocalVariableAnnotations.forEach(it -> annotations.add(it.desc + it.index));
        }
        if (method.invisibleLocalVariableAnnotations != null) {
            method.invisibleLocalVariableAnnotations.forEach(it -> annotations.add(it.desc + it.index));
        }
        return annotations;
    }

    private static ClassNode node(byte[] classFile) {
        ClassNode node = new ClassNode();
        new ClassReader(classFile).accept(node, 0);
        return node;
    }
}
