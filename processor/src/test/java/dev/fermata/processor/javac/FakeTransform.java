package dev.fermata.processor.javac;

import dev.fermata.processor.transform.ClassLookup;
import dev.fermata.processor.transform.GeneratedClass;
import dev.fermata.processor.transform.Outcome;
import dev.fermata.processor.transform.Rejection;
import dev.fermata.processor.transform.TransformOptions;
import dev.fermata.processor.transform.analysis.AbiNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/**
 * A transform that marks classes with methods called {@code async..}, gives each an extra class, and rejects methods called {@code
 * bad}: the room is tested without depending on what the real one does.
 */
final class FakeTransform implements ClassTransform {
    private final int format;
    private final List<String> seen = new ArrayList<>();

    FakeTransform() {
        this(AbiNames.FORMAT);
    }

    FakeTransform(int format) {
        this.format = format;
    }

    /** The names of the classes that it was given, in order. */
    List<String> seen() {
        return seen;
    }

    @Override
    public Outcome transform(byte[] classFile, ClassLookup lookup, TransformOptions options) {
        ClassNode node = new ClassNode();
        new ClassReader(classFile).accept(node, 0);
        seen.add(node.name);
        List<Rejection> rejections = node.methods.stream()
                .filter(method -> method.name.equals("asyncBad"))
                .map(method -> new Rejection(node.name, method.name, method.desc, 0, "is 100% bad"))
                .toList();
        Optional<String> async = node.methods.stream()
                .map(method -> method.name)
                .filter(name -> name.startsWith("async"))
                .findFirst();
        if (!rejections.isEmpty()) {
            return new Outcome.Rejected(rejections);
        }
        if (async.isEmpty()) {
            return new Outcome.Unchanged();
        }
        String nestHost = node.nestHostClass == null ? node.name : node.nestHostClass;
        String extra = node.name + "$" + async.get() + "$Coroutine";
        if (nestHost.equals(node.name)) {
            node.nestMembers = node.nestMembers == null ? new ArrayList<>() : node.nestMembers;
            node.nestMembers.add(extra);
        }
        return new Outcome.Transformed(
                node.name,
                marked(node),
                List.of(new GeneratedClass(extra, extra(extra, node.version, nestHost))),
                nestHost);
    }

    private byte[] marked(ClassNode node) {
        ClassWriter writer = new ClassWriter(0);
        node.visitAnnotation(AbiNames.TRANSFORMED_DESCRIPTOR, true).visit("format", format);
        node.accept(writer);
        return writer.toByteArray();
    }

    private byte[] extra(String name, int version, String nestHost) {
        ClassNode node = new ClassNode();
        node.visit(version, Opcodes.ACC_FINAL | Opcodes.ACC_SUPER, name, null, "java/lang/Object", null);
        node.nestHostClass = nestHost;
        return marked(node);
    }
}
