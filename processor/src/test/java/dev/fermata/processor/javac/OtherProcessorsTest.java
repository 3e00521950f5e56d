package dev.fermata.processor.javac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processors of others in the same compile, before and after ours. */
final class OtherProcessorsTest {
    private static final String HEAD = "package a; import static dev.fermata.Coroutine.*; import dev.fermata.*; ";
    private static final String HELLO = HEAD
            + "public class Hello { @Async static Coroutine<Integer> one() { return result(await(result(1))); } "
            + "public static Object main() { return dev.fermata.asyncio.Asyncio.run(one()); } }";

    /** Nothing in it tells a processor that there is async code. */
    private static final String USER =
            "package a; public class Hello { public static Object main() { return dev.fermata.asyncio.Asyncio.run(Made.one()); } }";

    private static final String MADE = HEAD
            + "public class Made { @Async public static Coroutine<Integer> one() { return result(await(result(1))); } }";

    private static final String MADE_LAMBDA = HEAD
            + "public class Made { public static Coroutine<Integer> one() { AsyncSupplier<Integer> s = () -> result(await(result(1))); "
            + "try { return s.get(); } catch (Exception e) { throw new IllegalStateException(e); } } }";

    @TempDir
    Path root;

    /** What another processor does in a round, counted from 1. */
    private interface Act {
        void in(int round, Other self) throws IOException;
    }

    private static final class Other extends AbstractProcessor {
        private final boolean claims;
        private final Act act;
        private int round;

        Other(boolean claims, Act act) {
            this.claims = claims;
            this.act = act;
        }

        void write(String name, String text) throws IOException {
            try (Writer out =
                    processingEnv.getFiler().createSourceFile("a." + name).openWriter()) {
                out.write(text);
            }
        }

        ProcessingEnvironment environment() {
            return processingEnv;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
            try {
                act.in(++round, this);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return claims;
        }
    }

    /** Makes the source in the given round, and a plain one in each before it, without which there is no next. */
    private static Other maker(boolean claims, int wanted, String text) {
        return new Other(claims, (round, self) -> {
            if (round <= wanted) {
                self.write(
                        round == wanted ? "Made" : "Step" + round,
                        round == wanted ? text : "package a; class Step" + round + " {}");
            }
        });
    }

    private Project project(String hello) {
        return new Project(root).source("a/Hello.java", hello);
    }

    private void assertWorks(Project project, Project.Compiled compiled) throws Exception {
        assertThat(compiled.text()).isEmpty();
        assertThat(project.run("a.Hello", "main")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void functionsOfASourceThatIsMadeInSomeRound_work(int round) throws Exception {
        Project project =
                project(USER).processors(maker(false, round, MADE), new FermataOptions(), new FermataProcessor());

        assertWorks(project, project.javac());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void lambdasOfASourceThatIsMadeInSomeRound_work(int round) throws Exception {
        Project project = project(USER)
                .processors(maker(false, round, MADE_LAMBDA), new FermataOptions(), new FermataProcessor());

        assertWorks(project, project.javac());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void functionsOfAMaker_behindUs_work(int round) throws Exception {
        Project project =
                project(USER).processors(new FermataOptions(), new FermataProcessor(), maker(false, round, MADE));

        assertWorks(project, project.javac());
    }

    @Test
    void processorThatClaimsAll_behindUs_changesNothing() throws Exception {
        Project project = project(HELLO)
                .processors(new FermataOptions(), new FermataProcessor(), new Other(true, (round, self) -> {}));

        assertWorks(project, project.javac());
    }

    @Test
    void processorThatClaimsAll_beforeUs_isAnError() {
        Project project = project(HELLO)
                .processors(new Other(true, (round, self) -> {}), new FermataOptions(), new FermataProcessor());

        Project.Compiled compiled = project.javac();

        assertThat(compiled.errors()).singleElement().asString().startsWith("[ProcessorNotRunning] ");
        assertThat(Project.files(project.classes())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {MADE, MADE_LAMBDA})
    void processorThatClaimsAllAndMakesASource_beforeUs_isAnErrorInIt(String made) {
        Project project = project(USER).processors(maker(true, 2, made), new FermataOptions(), new FermataProcessor());

        Project.Compiled compiled = project.javac();

        assertThat(compiled.errors()).singleElement().asString().startsWith("[ProcessorNotRunning] ");
        assertThat(compiled.text()).startsWith("ERROR Made.java:1");
    }

    @Test
    void processorThatThrows_beforeUs_isJavacsFailureAndNothingIsWritten() {
        Project project = project(HELLO).processors(thrower(), new FermataOptions(), new FermataProcessor());

        assertThatThrownBy(project::javac).hasRootCauseMessage("other's bug");

        assertThat(Project.files(project.classes())).isEmpty();
        assertNoMark();
    }

    @Test
    void processorThatThrows_behindUs_isJavacsFailureAndNothingIsWritten() {
        // With an annotation that we do not claim, or it would not be called.
        Project project = project(HELLO.replace("public class", "@Deprecated public class"))
                .processors(new FermataOptions(), new FermataProcessor(), thrower());

        assertThatThrownBy(project::javac).hasRootCauseMessage("other's bug");

        assertThat(Project.files(project.classes())).isEmpty();
        assertNoMark();
    }

    private static Other thrower() {
        return new Other(false, (round, self) -> {
            throw new IllegalStateException("other's bug");
        });
    }

    /** A daemon that compiles for months would fill up with them, and each would keep a guard silent some day. */
    private static void assertNoMark() {
        assertThat(System.getProperties().stringPropertyNames())
                .noneMatch(name -> name.startsWith("dev.fermata.processor@"));
    }

    @Test
    void errorOfAnotherProcessor_addsNoneOfOurs() {
        Project project = project(HELLO)
                .processors(
                        new Other(
                                false,
                                (round, self) -> self.environment()
                                        .getMessager()
                                        .printMessage(Diagnostic.Kind.ERROR, "not like this " + round)),
                        new FermataOptions(),
                        new FermataProcessor());

        Project.Compiled compiled = project.javac();

        assertThat(compiled.errors()).allMatch(it -> it.startsWith("not like this"));
        assertThat(Project.files(project.classes())).isEmpty();
    }
}
