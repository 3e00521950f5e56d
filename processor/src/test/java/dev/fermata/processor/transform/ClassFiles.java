package dev.fermata.processor.transform;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaFileObject;
import org.objectweb.asm.ClassReader;

/** Class files as javac writes them, nothing rewritten. */
final class ClassFiles {
    private ClassFiles() {}

    /** Compiles a class of the unnamed package; returns the class files by internal name. */
    static Map<String, byte[]> compile(String name, String source, String... options) {
        String imports = """
                import static dev.fermata.Coroutine.*;
                import dev.fermata.*;
                import java.util.*;
                """;
        Compilation compilation = Compiler.javac()
                .withOptions(Options.withoutProcessors(options))
                .compile(JavaFileObjects.forSourceString(name, imports + source));
        if (compilation.status() != Compilation.Status.SUCCESS) {
            throw new AssertionError(compilation.errors());
        }
        Map<String, byte[]> classes = new TreeMap<>();
        for (JavaFileObject file : compilation.generatedFiles()) {
            byte[] bytes = read(file);
            classes.put(new ClassReader(bytes).getClassName(), bytes);
        }
        return classes;
    }

    private static byte[] read(JavaFileObject file) {
        try (InputStream in = file.openInputStream()) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Bytes that are no class file. */
    static byte[] noise() {
        return "this is not a class file, whatever its name says".getBytes(UTF_8);
    }

    private static final class Options {
        static Object[] withoutProcessors(String... options) {
            Object[] all = new Object[options.length + 3];
            all[0] = "-proc:none";
            all[1] = List.of(options).contains("-g:none") ? "-parameters" : "-g";
            all[2] = "-Xplugin:FermataGuard off"; // it would refuse what is not rewritten
            System.arraycopy(options, 0, all, 3, options.length);
            return all;
        }
    }
}
