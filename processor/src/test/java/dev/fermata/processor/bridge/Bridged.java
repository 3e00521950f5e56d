package dev.fermata.processor.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.fermata.processor.javac.FermataOptions;
import dev.fermata.processor.javac.FermataProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** Sources, compiled by javac with all that it can warn of and all of our processors. */
final class Bridged {
    /** What most sources import. */
    private static final String IMPORTS = """
            import static dev.fermata.Coroutine.*;
            import dev.fermata.*;
            import dev.fermata.asyncio.*;
            import java.io.*;
            import java.util.*;
            """;

    private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("(?:class|interface|record|enum) (\\w+)");

    private final Compilation compilation;

    private Bridged(Compilation compilation) {
        this.compilation = compilation;
    }

    /** A compiler to which a test gives options and processors of its own. */
    static Compiler javac(Processor... others) {
        List<Processor> processors = new ArrayList<>(List.of(new FermataOptions(), new FermataProcessor()));
        processors.addAll(Arrays.asList(others));
        return Compiler.javac()
                .withProcessors(processors)
                .withOptions("-Xlint:all,-processing", "-Werror", "-parameters");
    }

    /** Compiles files; each begins with its package, and is called after the first type in it. */
    static Bridged of(String... files) {
        return of(javac(), files);
    }

    static Bridged of(Compiler compiler, String... files) {
        return new Bridged(compiler.compile(Stream.of(files).map(Bridged::file).toList()));
    }

    private static JavaFileObject file(String text) {
        Matcher itsPackage = PACKAGE.matcher(text);
        String head = itsPackage.lookingAt() ? itsPackage.group() : "";
        Matcher type = TYPE.matcher(text);
        if (!type.find()) {
            return JavaFileObjects.forSourceString("module-info", text);
        }
        String name = (head.isEmpty() ? "" : itsPackage.group(1) + ".") + type.group(1);
        return JavaFileObjects.forSourceString(name, head + IMPORTS + text.substring(head.length()));
    }

    /** Asserts that nobody had anything to say. */
    Bridged isClean() {
        assertThat(compilation.diagnostics().stream().map(it -> it.getMessage(Locale.ROOT)))
                .isEmpty();
        assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
        return this;
    }

    /** Asserts that these errors and no others were reported, each as {@code line: text}, in lines of the text as given. */
    void reports(String... expected) {
        assertThat(compilation.errors().stream().map(it -> line(it) + ": " + it.getMessage(Locale.ROOT)))
                .containsExactly(expected);
    }

    /** All errors, without their places. */
    List<String> errors() {
        return compilation.errors().stream()
                .map(it -> it.getMessage(Locale.ROOT))
                .toList();
    }

    private static long line(Diagnostic<?> diagnostic) {
        return diagnostic.getLineNumber() - IMPORTS.lines().count();
    }

    /** The source of a type that was written. */
    String source(String type) {
        Optional<JavaFileObject> file =
                compilation.generatedFile(StandardLocation.SOURCE_OUTPUT, type.replace('.', '/') + ".java");
        return file.map(Bridged::text).orElseThrow(() -> new AssertionError(type + " was not written"));
    }

    /** The names of all types that were written. */
    List<String> written() {
        return compilation.generatedSourceFiles().stream()
                .map(it -> it.getName()
                        .replace("/SOURCE_OUTPUT/", "")
                        .replace(".java", "")
                        .replace('/', '.'))
                .sorted()
                .toList();
    }

    /** The signatures of a companion's methods, in order, without comments, bodies and line breaks. */
    List<String> signatures(String type) {
        String code = source(type).replaceAll("(?s)/\\*\\*.*?\\*/", "").replaceAll("(?s)^.*?\\bclass ", "class ");
        List<String> signatures = new ArrayList<>();
        for (Matcher each = Pattern.compile("(?m)^    ([^\\s}][^;]*?) \\{$").matcher(code); each.find(); ) {
            signatures.add(each.group(1).replaceAll("\\s+", " "));
        }
        return signatures;
    }

    private static String text(JavaFileObject file) {
        try {
            return file.getCharContent(true).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loads a class of what was compiled. */
    Class<?> load(String type) {
        isClean();
        Map<String, byte[]> classes = new HashMap<>();
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                String name = file.getName().replace("/CLASS_OUTPUT/", "").replace(".class", "");
                try (var bytes = file.openInputStream()) {
                    classes.put(name.replace('/', '.'), bytes.readAllBytes());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        ClassLoader loader = new ClassLoader(Bridged.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = classes.get(name);
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
        try {
            return loader.loadClass(type);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** Calls {@code static Object main()} of a class. */
    Object run(String type) throws Exception {
        var main = load(type).getDeclaredMethod("main");
        main.setAccessible(true);
        return main.invoke(null);
    }
}
