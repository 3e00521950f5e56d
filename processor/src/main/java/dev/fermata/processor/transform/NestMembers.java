package dev.fermata.processor.transform;

import java.util.Collection;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Adds nest members to a nest host (JVMS 4.7.29): generated classes call private bodies, so their nest must know them.
 * Nothing else in the class file changes.
 */
public final class NestMembers {
    private NestMembers() {}

    /**
     * Adds nest members.
     *
     * @param hostBytes the class file of the nest host
     * @param members the internal names to add; those that it names already are left as they are
     * @return its new class file
     */
    public static byte[] add(byte[] hostBytes, Collection<String> members) {
        ClassReader reader = new ClassReader(hostBytes);
        ClassWriter writer = new ClassWriter(reader, 0);
        TreeSet<String> missing = new TreeSet<>(members);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public void visitNestMember(String nestMember) {
                        missing.remove(nestMember);
                        super.visitNestMember(nestMember);
                    }

                    @Override
                    public void visitEnd() {
                        missing.forEach(super::visitNestMember);
                        super.visitEnd();
                    }
                },
                0);
        return writer.toByteArray();
    }
}
