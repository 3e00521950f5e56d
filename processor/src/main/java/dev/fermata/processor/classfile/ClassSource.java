package dev.fermata.processor.classfile;

import org.jspecify.annotations.Nullable;

/** Where class files come from: folders and jars, a class loader's resources, a map in tests. */
@FunctionalInterface
public interface ClassSource {
    /**
     * Finds a class file.
     *
     * @param internalName the internal name of a class
     * @return its bytes, or null if it is not there
     */
    byte @Nullable [] find(String internalName);
}
