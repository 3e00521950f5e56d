package dev.fermata.processor.realcode;

import java.util.Optional;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * The JVM's own verifier: defines classes and has them linked, so verified (JVMS 5.4), without initializing any. The JDK and
 * the runtime are those of this test; all else comes from the class files at hand. What is nowhere is made up as an empty
 * interface, superclass or exception, as it is used: to link, a class needs no more of an optional dependency.
 */
final class LinkingLoader extends ClassLoader {
    private final Library library;

    LinkingLoader(Library library) {
        super(LinkingLoader.class.getClassLoader());
        this.library = library;
    }

    /** Links a class, by internal name; gives what the JVM throws, if it does. */
    Optional<LinkageError> fault(String name) {
        try {
            // Of the calls that link and do not initialize this is the plainest. That parameters' types are looked up,
            // too,
            // does no harm, since every class is found here.
            loadClass(name.replace('/', '.')).getDeclaredConstructors();
            return Optional.empty();
        } catch (LinkageError refused) {
            return Optional.of(refused);
        } catch (ClassNotFoundException | IllegalArgumentException | TypeNotPresentException unexpected) {
            throw new IllegalStateException(name, unexpected);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            if (name.startsWith("dev.fermata.")) {
                return getParent().loadClass(name);
            }
            if (name.startsWith("java.")) {
                return getPlatformClassLoader().loadClass(name);
            }
            String internal = name.replace('.', '/');
            byte[] bytes = library.classFiles().apply(internal);
            if (bytes == null) {
                try {
                    return getPlatformClassLoader().loadClass(name);
                } catch (ClassNotFoundException absent) {
                    bytes = madeUp(internal);
                }
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }

    private byte[] madeUp(String name) {
        boolean exception = name.endsWith("Exception") || name.endsWith("Error");
        boolean isClass = exception || library.superclasses().contains(name);
        int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT | (isClass ? 0 : Opcodes.ACC_INTERFACE);
        ClassWriter writer = new ClassWriter(0);
        writer.visit(
                Opcodes.V11, access, name, null, exception ? "java/lang/RuntimeException" : "java/lang/Object", null);
        return writer.toByteArray();
    }
}
