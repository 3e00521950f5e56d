package dev.fermata.processor.javac;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.lang.model.SourceVersion;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Environments that hide javac's. */
final class CompilerTaskTest {
    private static final String FOO = """
            package a;
            import dev.fermata.*;
            class Foo { @Async Coroutine<Integer> async() { return Coroutine.result(1); } }
            """;

    @TempDir
    Path root;

    /** As Gradle's IncrementalProcessingEnvironment. */
    private record Delegating(Set<String> log, ProcessingEnvironment delegate) implements ProcessingEnvironment {
        @Override
        public Map<String, String> getOptions() {
            return delegate.getOptions();
        }

        @Override
        public Messager getMessager() {
            log.add("messager");
            return delegate.getMessager();
        }

        @Override
        public Filer getFiler() {
            log.add("filer");
            return delegate.getFiler();
        }

        @Override
        public Elements getElementUtils() {
            return delegate.getElementUtils();
        }

        @Override
        public Types getTypeUtils() {
            return delegate.getTypeUtils();
        }

        @Override
        public SourceVersion getSourceVersion() {
            return delegate.getSourceVersion();
        }

        @Override
        public Locale getLocale() {
            return delegate.getLocale();
        }
    }

    private final Set<String> log = new HashSet<>();

    private ProcessingEnvironment delegating(ProcessingEnvironment environment) {
        return new Delegating(log, environment);
    }

    /** As IntelliJ's: a handler that has captured a variable, of a type that tells nothing. */
    private static ProcessingEnvironment proxy(ProcessingEnvironment environment) {
        Object delegateTo = environment;
        return (ProcessingEnvironment) Proxy.newProxyInstance(
                CompilerTaskTest.class.getClassLoader(),
                new Class<?>[] {ProcessingEnvironment.class},
                new InvocationHandler() {
                    @Override
                    public Object invoke(Object self, java.lang.reflect.Method method, Object[] arguments)
                            throws Throwable {
                        try {
                            return method.invoke(delegateTo, arguments);
                        } catch (InvocationTargetException thrown) {
                            throw thrown.getCause();
                        }
                    }
                });
    }

    private Project.Compiled compile(UnaryOperator<ProcessingEnvironment> wrapper) {
        return new Project(root)
                .source("a/Foo.java", FOO)
                .processors(
                        new FermataOptions(), new WrappedProcessor(new FermataProcessor(new FakeTransform()), wrapper))
                .javac("-Xlint:all", "-Werror");
    }

    private void assertRewritten(Project.Compiled compiled) {
        assertThat(compiled.text()).isEmpty();
        assertThat(new Project(root).facts("a/Foo.class").format()).hasValue(1);
        assertThat(root.resolve("classes/a/Foo$async$Coroutine.class")).exists();
    }

    @Test
    void of_wrapperWithField_isFoundAndItsFilerUsed() {
        assertRewritten(compile(this::delegating));
        assertThat(log).contains("filer", "messager");
    }

    @Test
    void of_proxy_isFound() {
        assertRewritten(compile(CompilerTaskTest::proxy));
    }

    @Test
    void of_stackedWrappers_isFound() {
        assertRewritten(compile(environment -> delegating(proxy(delegating(proxy(environment))))));
    }

    @Test
    void of_jetBrainsWrapper_isUnwrappedByJetBrains() throws Exception {
        try (JetBrains wrapper = new JetBrains(root.resolve("intellij"))) {
            assertRewritten(compile(wrapper));
        }
    }

    @Test
    void of_closedWrapper_isRefusedOnce() {
        Project.Compiled compiled = new Project(root)
                .source("a/Foo.java", FOO)
                .source("a/Bar.java", FOO.replace("Foo", "Bar"))
                .processors(new FermataOptions(), closed())
                .javac("-Xplugin:FermataGuard off");

        assertThat(compiled.errors())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("[UnsupportedCompiler] 'async' of a.Bar was not rewritten; the compiler behind ")
                .contains("Proxy", " is not javac, or hides it\n  Compile with javac, or without this processor");
    }

    @Test
    void of_closedWrapperAndNoAsyncBody_isSilent() {
        Project.Compiled compiled = new Project(root)
                .source(
                        "a/Foo.java",
                        "package a; interface Foo { @dev.fermata.Async dev.fermata.Coroutine<Integer> f(); }")
                .processors(new FermataOptions(), closed())
                .javac("-Xlint:all", "-Werror");

        assertThat(compiled.text()).isEmpty();
    }

    @Test
    void of_closedWrapper_isAWarningUnderWarnAndNothingUnderOff() {
        Project project = new Project(root).source("a/Foo.java", FOO);

        Project.Compiled warn = project.processors(new FermataOptions(), closed())
                .javac("-Afermata.transform=warn", "-Xplugin:FermataGuard off");
        Project.Compiled off = project.processors(new FermataOptions(), closed())
                .javac("-Afermata.transform=off", "-Xplugin:FermataGuard off");

        assertThat(warn.success()).isTrue();
        assertThat(warn.text()).startsWith("WARNING Foo.java:3 [UnsupportedCompiler]");
        assertThat(off.text()).isEmpty();
    }

    /** An environment that javac's cannot be got out of. */
    private static Processor closed() {
        return new WrappedProcessor(new FermataProcessor(new FakeTransform()), environment -> {
            Hidden.environment.set(environment);
            return (ProcessingEnvironment) Proxy.newProxyInstance(
                    CompilerTaskTest.class.getClassLoader(),
                    new Class<?>[] {ProcessingEnvironment.class},
                    new Hidden());
        });
    }

    private static final class Hidden implements InvocationHandler {
        static final ThreadLocal<ProcessingEnvironment> environment = new ThreadLocal<>();

        @Override
        public Object invoke(Object self, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
            return method.invoke(environment.get(), arguments);
        }
    }
}
