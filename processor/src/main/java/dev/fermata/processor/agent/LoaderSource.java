package dev.fermata.processor.agent;

import dev.fermata.processor.classfile.ClassSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * The class files that a loader gives as resources. Those in named modules are given, too: class files are never encapsulated.
 *
 * @param loader the loader
 */
record LoaderSource(ClassLoader loader) implements ClassSource {
    @Override
    public byte @Nullable [] find(String internalName) {
        try (InputStream in = loader.getResourceAsStream(internalName + ".class")) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
