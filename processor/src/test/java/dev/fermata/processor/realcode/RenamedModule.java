package dev.fermata.processor.realcode;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * Classes of the JDK under other names, since no class loader of ours may define {@code java.*}. All that they say of each
 * other is renamed with them, so that types relate as before. The four that the JVM's verifier knows by name stay: it takes
 * constants for String and Class, what is thrown for Throwable, and everything for Object.
 */
final class RenamedModule {
    private static final String PREFIX = "copy/";

    private static final Set<String> KNOWN_TO_THE_VERIFIER =
            Set.of("java/lang/Object", "java/lang/String", "java/lang/Class", "java/lang/Throwable");

    private final Corpus module;
    private final Predicate<String> wanted;
    private final Remapper remapper;
    private final Map<String, byte[]> renamed = new HashMap<>();

    /** Renames those classes of a module that are wanted, when they are asked for. */
    RenamedModule(Corpus module, Predicate<String> wanted) {
        this.module = module;
        this.wanted = wanted;
        this.remapper = new Remapper(Opcodes.ASM9) {
            @Override
            public String map(String name) {
                boolean renames = wanted.test(name)
                        && module.classes().containsKey(name)
                        && !KNOWN_TO_THE_VERIFIER.contains(name);
                return renames ? PREFIX + name : name;
            }
        };
    }

    /** The new name of a class. */
    String name(String original) {
        return remapper.map(original);
    }

    /** The class files, by their new names. */
    Library library() {
        return new Library(this::classFile, Set.of());
    }

    /** Some of the classes, given by their old names. */
    Corpus corpus(Corpus some) {
        SortedMap<String, byte[]> classes = new TreeMap<>();
        for (String name : some.classes().keySet()) {
            byte[] bytes = classFile(name(name));
            if (bytes != null) {
                classes.put(name(name), bytes);
            }
        }
        return new Corpus(module.name(), classes);
    }

    /** The class file of a new name; null of one that is none, be it a class of the module that was not wanted. */
    private byte[] classFile(String name) {
        String original = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
        if (!wanted.test(original) || !name(original).equals(name)) {
            return null;
        }
        byte[] bytes = module.classes().get(original);
        return bytes == null ? null : renamed.computeIfAbsent(name, it -> rename(bytes));
    }

    private byte[] rename(byte[] bytes) {
        byte[] renewed = Renewed.renew(bytes, new Hierarchy(module.classes()::get));
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(renewed).accept(new ClassRemapper(new Loosened(writer), remapper), 0);
        return writer.toByteArray();
    }

    /**
     * Sealed classes and their subclasses may lie in two packages of a module only if it has a name, which the copies' has
     * not; nor may a class that keeps its name have nestmates that do not.
     */
    private static final class Loosened extends ClassVisitor {
        Loosened(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitPermittedSubclass(String permittedSubclass) {}

        @Override
        public void visitNestHost(String nestHost) {
            if (!KNOWN_TO_THE_VERIFIER.contains(nestHost)) {
                super.visitNestHost(nestHost);
            }
        }

        @Override
        public void visitNestMember(String nestMember) {
            if (KNOWN_TO_THE_VERIFIER.stream().noneMatch(it -> nestMember.startsWith(PREFIX + it + "$"))) {
                super.visitNestMember(nestMember);
            }
        }
    }
}
