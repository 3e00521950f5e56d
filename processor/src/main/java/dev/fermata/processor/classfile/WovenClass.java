package dev.fermata.processor.classfile;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What a class file that carries the marker says of those that it belongs together with.
 *
 * @param name its internal name
 * @param generated whether it was made for a function, as opposed to a host that was rewritten
 * @param uses the classes that its code names
 */
public record WovenClass(String name, boolean generated, Set<String> uses) {
    private static final Pattern GENERATED = Pattern.compile(".*\\$(Coroutine|Generator|AsyncGenerator)[0-9]*");

    /** Copies the set. */
    public WovenClass {
        uses = Set.copyOf(uses);
    }

    /**
     * Reads it.
     *
     * @param classFile a class file that carries the marker
     * @return what it says
     */
    public static WovenClass of(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        Set<String> uses = new HashSet<>();
        reader.accept(new Reading(uses), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        String name = reader.getClassName();
        boolean synthetic = (reader.getAccess() & Opcodes.ACC_SYNTHETIC) != 0;
        return new WovenClass(name, synthetic && isGeneratedName(name), uses);
    }

    /**
     * Tells whether generated classes are named so. A user may name a class of his so, too.
     *
     * @param internalName the internal name of a class
     * @return true if they are
     */
    public static boolean isGeneratedName(String internalName) {
        return GENERATED.matcher(internalName).matches();
    }

    /**
     * Returns the generated classes that a host needs.
     *
     * @return their internal names, in order
     */
    public Set<String> extras() {
        Set<String> extras = new TreeSet<>(uses);
        extras.removeIf(it -> !it.startsWith(name + "$") || !isGeneratedName(it));
        return extras;
    }

    /**
     * Returns the class whose body a generated class calls.
     *
     * @return its internal name
     */
    public Optional<String> host() {
        // The longest, since a host may be nested in a class that is named, too.
        return uses.stream()
                .filter(it -> name.startsWith(it + "$"))
                .max((one, other) -> Integer.compare(one.length(), other.length()));
    }

    private static final class Reading extends ClassVisitor {
        private final Set<String> uses;

        Reading(Set<String> uses) {
            super(Opcodes.ASM9);
            this.uses = uses;
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String method,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitTypeInsn(int opcode, String type) {
                    uses.add(type);
                }

                @Override
                public void visitFieldInsn(int opcode, String owner, String field, String fieldType) {
                    uses.add(owner);
                }

                @Override
                public void visitMethodInsn(
                        int opcode, String owner, String called, String calledAs, boolean isInterface) {
                    uses.add(owner);
                }
            };
        }
    }
}
