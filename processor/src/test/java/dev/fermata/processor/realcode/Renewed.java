package dev.fermata.processor.realcode;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.JSRInlinerAdapter;
import org.objectweb.asm.tree.ClassNode;

/**
 * Class files of before Java 11, given out as of Java 11: as they are the transform refuses them all, rightly and with one
 * reason, while what they hold is code of their compilers all the same. Those of before Java 7 have no stack map frames
 * that can be relied on, and get them.
 */
final class Renewed {
    private Renewed() {}

    /** Renews a corpus that refers to nothing but itself and the JDK. */
    static Corpus of(Corpus corpus) {
        return of(corpus, new Hierarchy(corpus.classes()::get));
    }

    /** Renews corpora that refer to each other. */
    static List<Corpus> of(List<Corpus> corpora) {
        Hierarchy hierarchy = new Hierarchy(Library.of(corpora).classFiles());
        return corpora.stream().map(it -> of(it, hierarchy)).toList();
    }

    private static Corpus of(Corpus corpus, Hierarchy hierarchy) {
        SortedMap<String, byte[]> renewed = new TreeMap<>();
        corpus.classes().forEach((name, bytes) -> renewed.put(name, renew(bytes, hierarchy)));
        return new Corpus(corpus.name(), renewed);
    }

    static byte[] renew(byte[] classFile, Hierarchy hierarchy) {
        ClassReader reader = new ClassReader(classFile);
        int major = reader.readUnsignedShort(6);
        if (major >= Opcodes.V11) {
            return classFile;
        }
        if (major >= Opcodes.V1_7) {
            byte[] renewed = classFile.clone();
            renewed[7] = Opcodes.V11;
            return renewed;
        }
        ClassNode withoutSubroutines = new ClassNode();
        reader.accept(new Inlining(withoutSubroutines), ClassReader.SKIP_FRAMES);
        withoutSubroutines.version = Opcodes.V11;
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected String getCommonSuperClass(String one, String other) {
                return hierarchy.common(one, other);
            }
        };
        withoutSubroutines.accept(writer);
        return writer.toByteArray();
    }

    private static final class Inlining extends ClassVisitor {
        Inlining(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
            return new JSRInlinerAdapter(next, access, name, descriptor, signature, exceptions);
        }
    }
}
