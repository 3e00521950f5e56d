package dev.fermata.processor.classfile;

import dev.fermata.processor.transform.analysis.AbiNames;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What a class file says of its place in the hierarchy.
 *
 * @param name the internal name of the class
 * @param superName the internal name of its superclass; null for Object
 * @param interfaces the internal names of its direct superinterfaces
 * @param anonymous whether it is an anonymous class
 * @param methods the methods that take part in overriding: neither static nor private, and no constructors
 */
record ClassHeader(
        String name, @Nullable String superName, List<String> interfaces, boolean anonymous, List<Method> methods) {
    /** Copies the lists. */
    ClassHeader {
        interfaces = List.copyOf(interfaces);
        methods = List.copyOf(methods);
    }

    /**
     * A method.
     *
     * @param name its name
     * @param descriptor its descriptor
     * @param isAbstract whether it has no code
     * @param async whether it carries {@code @Async}
     * @param bridgesTo the descriptor of the method of the same name and class that it calls, if it is a bridge; else null
     */
    record Method(
            String name,
            String descriptor,
            boolean isAbstract,
            boolean async,
            @Nullable String bridgesTo) {}

    /** Reads it; throws RuntimeException if the bytes are no class file, or one of a later Java than ASM knows. */
    static ClassHeader of(byte[] classFile) {
        Reading reading = new Reading();
        new ClassReader(classFile).accept(reading, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return new ClassHeader(reading.name, reading.superName, reading.interfaces, reading.anonymous, reading.methods);
    }

    private static final class Reading extends ClassVisitor {
        private static final int NEVER_OVERRIDING = Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE;

        private final List<Method> methods = new ArrayList<>();
        private String name = "";
        private @Nullable String superName;
        private List<String> interfaces = List.of();
        private boolean anonymous;

        Reading() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(
                int version,
                int access,
                String className,
                @Nullable String signature,
                @Nullable String superclass,
                String @Nullable [] superinterfaces) {
            name = className;
            superName = superclass;
            interfaces = superinterfaces == null ? List.of() : List.of(superinterfaces);
        }

        @Override
        public void visitInnerClass(String inner, @Nullable String outer, @Nullable String innerName, int access) {
            anonymous |= inner.equals(name) && innerName == null;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String method,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return (access & NEVER_OVERRIDING) != 0 || method.startsWith("<")
                    ? null
                    : new MethodReading(access, method, descriptor);
        }

        private final class MethodReading extends MethodVisitor {
            private final int access;
            private final String method;
            private final String descriptor;
            private boolean async;
            private @Nullable String bridgesTo;

            MethodReading(int access, String method, String descriptor) {
                super(Opcodes.ASM9);
                this.access = access;
                this.method = method;
                this.descriptor = descriptor;
            }

            @Override
            public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                async |= annotation.equals(AbiNames.ASYNC_DESCRIPTOR);
                return null;
            }

            @Override
            public void visitMethodInsn(int opcode, String owner, String called, String calledAs, boolean isInterface) {
                if ((access & Opcodes.ACC_BRIDGE) != 0 && called.equals(method) && bridgesTo == null) {
                    bridgesTo = calledAs;
                }
            }

            @Override
            public void visitEnd() {
                boolean isAbstract = (access & Opcodes.ACC_ABSTRACT) != 0;
                methods.add(new Method(method, descriptor, isAbstract, async, bridgesTo));
            }
        }
    }
}
