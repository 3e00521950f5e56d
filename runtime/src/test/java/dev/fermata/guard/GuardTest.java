package dev.fermata.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import dev.fermata.Async;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guard, as javac starts it. */
final class GuardTest {
    private static final String ASYNC = """
            package a;
            import dev.fermata.*;
            class Foo {
                void plain() {}
                @Async
                Coroutine<Integer> load() { return Coroutine.result(1); }
                @Async Coroutine<Integer> save() { return Coroutine.result(1); }
            }
            class Bar { @Yields Generator<Integer> walk() { return Generator.end(); } }
            """;

    @TempDir
    Path root;

    private List<Diagnostic<? extends JavaFileObject>> compile(String text, String... options) {
        return compile(text, false, options);
    }

    private List<Diagnostic<? extends JavaFileObject>> compile(String text, boolean processor, String... options) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        List<String> all = new ArrayList<>(List.of(
                "-d", root.toString(), "-cp", runtime().toString(), "-Xlint:all", "-Xlint:-options", "-Werror"));
        all.addAll(List.of(options));
        JavaCompiler.CompilationTask task = compiler.getTask(null, null, said, all, null, List.of(source(text)));
        if (processor) {
            task.setProcessors(List.of(new Marking()));
        }
        task.call();
        return said.getDiagnostics();
    }

    private static JavaFileObject source(String text) {
        return new SimpleJavaFileObject(URI.create("mem:/a/Foo.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    private static Path runtime() {
        try {
            return Path.of(Async.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void asyncMethod_noProcessor_isOneErrorAtTheFirst() {
        List<Diagnostic<? extends JavaFileObject>> said = compile(ASYNC);

        assertThat(said).hasSize(1);
        assertThat(said.get(0).getKind()).isEqualTo(Diagnostic.Kind.ERROR);
        assertThat(said.get(0).getLineNumber()).isEqualTo(6);
        assertThat(said.get(0).getMessage(null))
                .isEqualTo(
                        "[ProcessorNotRunning] @Async method 'load' is compiled and fermata-processor does not run; "
                                + "it would throw when called\n"
                                + "  Name it in -processorpath or annotationProcessorPaths, or add -proc:full if it is on the class path.");
    }

    @Test
    void asyncMethod_procNone_isAnError() {
        assertThat(compile(ASYNC, "-proc:none")).hasSize(1);
    }

    @Test
    void asyncLambda_isAnErrorAtItsAwait() {
        List<Diagnostic<? extends JavaFileObject>> said = compile("""
                package a;
                class Foo {
                    dev.fermata.AsyncSupplier<Integer> s = () ->
                        dev.fermata.Coroutine.result(dev.fermata.Coroutine.await(dev.fermata.Coroutine.result(1)));
                }
                """);

        assertThat(said).hasSize(1);
        assertThat(said.get(0).getLineNumber()).isEqualTo(4);
        assertThat(said.get(0).getMessage(null)).startsWith("[ProcessorNotRunning] Coroutine.await() is compiled");
    }

    @Test
    void nothingToRewrite_isSilent() {
        assertThat(compile("""
                        package a;
                        import dev.fermata.*;
                        interface Foo { @Async Coroutine<Integer> load(); }
                        class Bar implements Foo { public Coroutine<Integer> load() { return Coroutine.result(1); } }
                        """)).isEmpty();
    }

    @Test
    void asyncMethod_processorRuns_isSilent() {
        assertThat(compile(ASYNC, true)).isEmpty();
    }

    @Test
    void asyncMethod_switchedOff_isSilent() {
        assertThat(compile(ASYNC, "-Xplugin:FermataGuard off")).isEmpty();
    }

    @Test
    void asyncMethod_brokenSource_isNoCrash() {
        List<Diagnostic<? extends JavaFileObject>> said =
                compile(ASYNC.replace("void plain() {}", "Missing plain() { return nothing.of(it); }"));

        assertThat(said).extracting(it -> it.getMessage(null)).anyMatch(it -> it.startsWith("cannot find symbol"));
    }

    @Test
    void module_withoutTheCompiler_isResolved() {
        ModuleFinder small = new ModuleFinder() {
            @Override
            public Optional<ModuleReference> find(String name) {
                return name.equals("java.base") ? ModuleFinder.ofSystem().find(name) : Optional.empty();
            }

            @Override
            public Set<ModuleReference> findAll() {
                return find("java.base").stream().collect(Collectors.toSet());
            }
        };

        assertThatCode(() -> Configuration.resolve(
                        ModuleFinder.compose(ModuleFinder.of(runtime()), small),
                        List.of(Configuration.empty()),
                        ModuleFinder.of(),
                        Set.of("dev.fermata")))
                .doesNotThrowAnyException();
    }

    /** What the processor does for the guard. */
    private static final class Marking extends AbstractProcessor {
        private String property = "";

        @Override
        public synchronized void init(ProcessingEnvironment environment) {
            super.init(environment);
            property = "dev.fermata.processor@"
                    + Integer.toHexString(System.identityHashCode(JavacTask.instance(environment)));
            System.setProperty(property, "running");
            JavacTask.instance(environment).addTaskListener(new TaskListener() {
                @Override
                public void finished(TaskEvent event) {
                    if (event.getKind() == TaskEvent.Kind.COMPILATION) {
                        System.clearProperty(property);
                    }
                }
            });
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("dev.fermata.Async", "dev.fermata.Yields");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return true;
        }
    }
}
