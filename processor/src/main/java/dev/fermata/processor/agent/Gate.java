package dev.fermata.processor.agent;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;

/** Calls {@code ClassLoader.defineClass}, which is protected. Used by {@link ClassDefiner} alone, and loaded by it; names no other class of ours. */
final class Gate {
    private final Method defineClass;
    private final Method findLoadedClass;

    Gate() throws NoSuchMethodException {
        defineClass = ClassLoader.class.getDeclaredMethod(
                "defineClass", String.class, byte[].class, int.class, int.class, ProtectionDomain.class);
        findLoadedClass = ClassLoader.class.getDeclaredMethod("findLoadedClass", String.class);
        defineClass.setAccessible(true);
        findLoadedClass.setAccessible(true);
    }

    void define(ClassLoader loader, String name, byte[] bytes, ProtectionDomain domain) throws Throwable {
        if (findLoadedClass.invoke(loader, name) != null) {
            return;
        }
        try {
            defineClass.invoke(loader, name, bytes, 0, bytes.length, domain);
        } catch (InvocationTargetException thrown) {
            // Another thread may have been quicker, where a loader does not lock.
            if (!(thrown.getCause() instanceof LinkageError) || findLoadedClass.invoke(loader, name) == null) {
                throw thrown.getCause() == null ? thrown : thrown.getCause();
            }
        }
    }
}
