package dev.fermata.processor.javac;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.fermata.processor.classfile.ClassFileFacts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles that do not write to disk, or not at once. */
final class FileManagersTest {
    private static final String FOO = """
            package a;
            import dev.fermata.*;
            class Foo {
                @Async Coroutine<Integer> async() { return Coroutine.result(1); }
                class Inner { @Async Coroutine<Integer> asyncInner() { return Coroutine.result(1); } }
            }
            """;

    @TempDir
    Path root;

    @Test
    void inMemory_isRewritten() throws Exception {
        Compilation compilation = javac().withProcessors(
                        new FermataOptions(), new FermataProcessor(new FakeTransform()))
                .withClasspath(classPath())
                .withOptions("-Xlint:all", "-Werror")
                .compile(JavaFileObjects.forSourceString("a.Foo", FOO));

        assertThat(compilation).succeededWithoutWarnings();
        for (String name : List.of("Foo", "Foo$Inner", "Foo$async$Coroutine", "Foo$Inner$asyncInner$Coroutine")) {
            Optional<JavaFileObject> file =
                    compilation.generatedFile(StandardLocation.CLASS_OUTPUT, "a", name + ".class");
            assertThat(file).as(name).isPresent();
            try (InputStream in = file.get().openInputStream()) {
                assertThat(ClassFileFacts.of(in.readAllBytes()).format())
                        .as(name)
                        .hasValue(1);
            }
        }
    }

    @Test
    void inMemory_rejection_isAnErrorAtTheMethod() {
        Compilation compilation = javac().withProcessors(
                        new FermataOptions(), new FermataProcessor(new FakeTransform()))
                .withClasspath(classPath())
                .compile(JavaFileObjects.forSourceString("a.Foo", FOO.replace("asyncInner", "asyncBad")));

        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation)
                .hadErrorContaining("[NotTransformed] 'asyncBad' of a.Foo$Inner")
                .inFile(compilation.sourceFiles().get(0))
                .onLine(5);
    }

    private static List<java.io.File> classPath() {
        return List.of(Project.RUNTIME.split(java.io.File.pathSeparator)).stream()
                .map(java.io.File::new)
                .toList();
    }

    @Test
    void lateWriter_jetBrains_isWaitedFor() throws Exception {
        try (JetBrains jetBrains = new JetBrains(root.resolve("intellij"))) {
            DiagnosticCollector<JavaFileObject> said = compile(
                    new WrappedProcessor(new FermataProcessor(new FakeTransform()), jetBrains),
                    bytes -> CompletableFuture.runAsync(
                            () -> write(root.resolve("a/Foo.class"), bytes),
                            CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS)));

            assertThat(said.getDiagnostics()).isEmpty();
        }
        assertThat(Project.facts(root.resolve("a/Foo.class")).format()).hasValue(1);
    }

    @Test
    void writerThatCannotBeReadBack_isAnError() throws Exception {
        DiagnosticCollector<JavaFileObject> said = compile(new FermataProcessor(new FakeTransform()), bytes -> {});

        assertThat(said.getDiagnostics()).hasSize(1);
        assertThat(said.getDiagnostics().get(0).getMessage(null))
                .startsWith(
                        "[NotTransformed] class a.Foo was not rewritten; its class file is not found where javac writes");
    }

    private interface Sink {
        void accept(byte[] bytes);
    }

    /** Compiles with a file manager that hands class files to somebody. */
    private DiagnosticCollector<JavaFileObject> compile(Processor processor, Sink sink) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        try (StandardJavaFileManager standard = compiler.getStandardFileManager(said, null, null)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null,
                    new Handing(standard, sink),
                    said,
                    List.of("-d", root.toString(), "-cp", Project.RUNTIME),
                    null,
                    List.of(
                            JavaFileObjects.forSourceString(
                                    "a.Foo",
                                    "package a; import dev.fermata.*; @SuppressWarnings(\"AsyncWithoutAwait\") class Foo { @Async Coroutine<Integer> async() { return Coroutine.result(1); } }")));
            task.setProcessors(List.of(processor));
            task.call();
        }
        return said;
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Handing extends ForwardingJavaFileManager<StandardJavaFileManager> {
        private final Sink sink;

        Handing(StandardJavaFileManager standard, Sink sink) {
            super(standard);
            this.sink = sink;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("handed:/" + className.replace('.', '/')), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return new ByteArrayOutputStream() {
                        @Override
                        public void close() {
                            sink.accept(toByteArray());
                        }
                    };
                }
            };
        }
    }
}
