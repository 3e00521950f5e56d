package dev.fermata.processor.transform.emit;

import dev.fermata.processor.transform.plan.FunctionPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Writes the host: stubs in the place of its functions, each followed by its body; the marker; the generated classes among
 * its nest members, if it is the nest host. The constant pool is kept and all other methods are copied as they are, byte
 * for byte: build tools read the pool to know what a class depends on.
 */
public final class HostEmitter {
    private final ClassReader reader;
    private final ClassNode host;
    private final Map<String, List<MethodNode>> replacements = new LinkedHashMap<>();
    private final Map<String, byte[]> generated = new LinkedHashMap<>();

    /**
     * Starts with the class as the compiler wrote it.
     *
     * @param reader its bytes
     * @param host its tree, which the plans were made from
     */
    public HostEmitter(ClassReader reader, ClassNode host) {
        this.reader = reader;
        this.host = host;
    }

    /**
     * Emits one function.
     *
     * @param plan its plan
     */
    public void add(FunctionPlan plan) {
        MethodNode function = plan.analysis().function().method();
        String name = function.name;
        String key = name + function.desc;
        MethodNode stub = StubEmitter.emit(plan);
        generated.put(plan.className(), FrameClassEmitter.emit(host, plan, name));
        replacements.put(key, List.of(stub, BodyEmitter.emit(plan)));
    }

    /**
     * Returns the generated classes.
     *
     * @return their bytes by internal name, in the order of the functions
     */
    public Map<String, byte[]> generated() {
        return generated;
    }

    /**
     * Writes the class.
     *
     * @return its new bytes
     */
    public byte[] write() {
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(new Replacing(writer), ClassReader.EXPAND_FRAMES);
        return writer.toByteArray();
    }

    private final class Replacing extends ClassVisitor {
        Replacing(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            super.visit(version, access, name, signature, superName, interfaces);
            Marker.visit(cv);
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            List<MethodNode> replacement = replacements.get(name + descriptor);
            if (replacement == null) {
                return super.visitMethod(access, name, descriptor, signature, exceptions);
            }
            replacement.forEach(it -> it.accept(cv));
            return null;
        }

        @Override
        public void visitEnd() {
            if (host.nestHostClass == null) {
                generated.keySet().forEach(super::visitNestMember);
            }
            super.visitEnd();
        }
    }
}
