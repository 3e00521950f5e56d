package dev.fermata.processor.agent;

import dev.fermata.processor.names.RuntimeNames;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * A class that should have been rewritten and cannot be. As it was it would run its functions at the call, and nobody would
 * notice; so those throw, with the reason. All that return a coroutine or generator do: in a class file that was not understood, which are
 * lambdas of async interfaces may not be known. Calls of await in other methods throw by themselves.
 */
final class RefusedClass {
    private static final Set<String> RETURNED = Set.of(
            RuntimeNames.descriptor(RuntimeNames.COROUTINE),
            RuntimeNames.descriptor(RuntimeNames.GENERATOR),
            RuntimeNames.descriptor(RuntimeNames.ASYNC_GENERATOR));
    private static final Set<String> ANNOTATIONS =
            Set.of(RuntimeNames.descriptor(RuntimeNames.ASYNC), RuntimeNames.descriptor(RuntimeNames.YIELDS));
    private static final String THROWN = "java/lang/IllegalStateException";

    private RefusedClass() {}

    /**
     * Makes it.
     *
     * @param classFile the class as it was
     * @param reason what is thrown
     * @return its class file; one that no virtual machine loads, if it cannot be read
     */
    static byte[] of(byte[] classFile, String reason) {
        try {
            ClassReader reader = new ClassReader(classFile);
            ClassNode node = new ClassNode();
            reader.accept(node, 0);
            node.methods.stream().filter(RefusedClass::isFunction).forEach(method -> refuse(method, reason));
            ClassWriter writer = new ClassWriter(reader, 0);
            node.accept(writer);
            return writer.toByteArray();
        } catch (RuntimeException unreadable) {
            return new byte[0];
        }
    }

    private static boolean isFunction(MethodNode method) {
        return method.instructions.size() > 0
                && (RETURNED.contains(Type.getReturnType(method.desc).getDescriptor())
                        || Stream.ofNullable(method.visibleAnnotations)
                                .flatMap(List<AnnotationNode>::stream)
                                .anyMatch(it -> ANNOTATIONS.contains(it.desc)));
    }

    private static void refuse(MethodNode method, String reason) {
        InsnList code = new InsnList();
        code.add(new TypeInsnNode(Opcodes.NEW, THROWN));
        code.add(new InsnNode(Opcodes.DUP));
        code.add(new LdcInsnNode(reason));
        code.add(new MethodInsnNode(Opcodes.INVOKESPECIAL, THROWN, "<init>", "(Ljava/lang/String;)V"));
        code.add(new InsnNode(Opcodes.ATHROW));
        method.instructions = code;
        method.tryCatchBlocks = List.of();
        method.localVariables = null;
        method.visibleLocalVariableAnnotations = null;
        method.invisibleLocalVariableAnnotations = null;
        method.maxStack = 3;
    }
}
