package dev.fermata.processor.classfile;

import dev.fermata.processor.transform.analysis.AbiNames;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What must be known of a class file before it is touched.
 *
 * @param name its internal name
 * @param nestHost the internal name of its nest host
 * @param nestMembers the members of its nest that it names, if it is a nest host
 * @param methods its methods, each a name and a descriptor
 * @param format the format that it was rewritten for, if it was
 */
public record ClassFileFacts(
        String name, String nestHost, Set<String> nestMembers, Set<String> methods, OptionalInt format) {
    /** Copies the sets. */
    public ClassFileFacts {
        nestMembers = Set.copyOf(nestMembers);
        methods = Set.copyOf(methods);
    }

    /**
     * Reads them.
     *
     * @param classFile the class file
     * @return what must be known of it
     * @throws RuntimeException if it is no class file, or one of a later Java than ASM knows
     */
    public static ClassFileFacts of(byte[] classFile) {
        Reading reading = new Reading();
        new ClassReader(classFile)
                .accept(reading, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return new ClassFileFacts(reading.name, reading.nestHost, reading.nestMembers, reading.methods, reading.format);
    }

    /** Tells whether it declares a method. */
    public boolean hasMethod(String method, String descriptor) {
        return methods.contains(method + descriptor);
    }

    private static final class Reading extends ClassVisitor {
        private final Set<String> methods = new HashSet<>();
        private final Set<String> nestMembers = new HashSet<>();
        private String name = "";
        private String nestHost = "";
        private OptionalInt format = OptionalInt.empty();

        Reading() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(
                int version,
                int access,
                String className,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            name = className;
            nestHost = className;
        }

        @Override
        public void visitNestHost(String host) {
            nestHost = host;
        }

        @Override
        public void visitNestMember(String member) {
            nestMembers.add(member);
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            if (!descriptor.equals(AbiNames.TRANSFORMED_DESCRIPTOR)) {
                return null;
            }
            format = OptionalInt.of(0);
            return new AnnotationVisitor(Opcodes.ASM9) {
                @Override
                public void visit(String key, Object value) {
                    if (key.equals("format") && value instanceof Integer number) {
                        format = OptionalInt.of(number);
                    }
                }
            };
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String method,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            methods.add(method + descriptor);
            return null;
        }
    }
}
