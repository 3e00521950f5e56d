package dev.fermata.processor.javac;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kinds of classes, and ways in which javac goes through them. */
final class ShapesTest {
    private static final String METHOD = " @Async Coroutine<Integer> async() { return Coroutine.result(1); } ";
    private static final String HEAD = "package a; import dev.fermata.*; ";

    @TempDir
    Path root;

    private final FakeTransform transform = new FakeTransform();
    private Project project;

    @BeforeEach
    void setUp() {
        project = new Project(root).transform(transform);
    }

    @Test
    void javac_allKindsOfClasses_areGivenToTheTransformOnce() {
        Project.Compiled compiled = project.source("a/Foo.java", HEAD + """
                                class Foo {
                                    Object anonymous = new Object() { METHOD };
                                    static { class InStatic { METHOD } }
                                    void local() { class Local { METHOD Object o = new Object() { METHOD }; } }
                                    Runnable lambda = () -> { class InLambda { METHOD } };
                                    enum Constants { ONE { METHOD } }
                                    record Rec(int x) { METHOD }
                                    interface Face { @Async default Coroutine<Integer> async() { return Coroutine.result(1); } }
                                    @interface Anno { Object O = new Object() { METHOD }; }
                                }
                                class Second { METHOD }
                                """.replace("METHOD", METHOD))
                .javac("-Xlint:all", "-Werror");

        assertThat(compiled.text()).isEmpty();
        assertThat(transform.seen())
                .doesNotHaveDuplicates()
                .contains(
                        "a/Foo$1",
                        "a/Foo$1InStatic",
                        "a/Foo$1Local",
                        "a/Foo$1Local$1",
                        "a/Foo$1InLambda",
                        "a/Foo$Constants$1",
                        "a/Foo$Rec",
                        "a/Foo$Face",
                        "a/Foo$Anno$1",
                        "a/Foo",
                        "a/Second");
        assertThat(project.facts("a/Foo$1Local$1$async$Coroutine.class").nestHost())
                .isEqualTo("a/Foo");
    }

    @Test
    void javac_classInDeadCode_isNotMissed() {
        Project.Compiled compiled = project.source(
                        "a/Foo.java",
                        HEAD + "class Foo { void f() { if (false) { new Object() {" + METHOD + "}; } }" + METHOD + "}")
                .javac();

        assertThat(compiled.text()).isEmpty();
        assertThat(project.facts("a/Foo.class").format()).hasValue(1);
    }

    @Test
    void javac_simpleCompilePolicy_rewritesAll() {
        Project.Compiled compiled = project.source(
                        "a/Foo.java", HEAD + "class Foo {" + METHOD + "class In {" + METHOD + "} }")
                .source("a/Bar.java", HEAD + "class Bar {" + METHOD + "}")
                .javac("-XDcompilePolicy=simple", "-Xlint:all", "-Werror");

        assertThat(compiled.text()).isEmpty();
        assertThat(project.facts("a/Foo.class").format()).hasValue(1);
        assertThat(project.facts("a/Foo$In.class").format()).hasValue(1);
        assertThat(project.facts("a/Bar.class").format()).hasValue(1);
    }

    @Test
    void javac_implicitSource_isRewrittenToo() {
        Project.Compiled compiled = project.source("a/Foo.java", "package a; class Foo { Bar bar; }")
                .implicitSource("a/Bar.java", HEAD + "class Bar {" + METHOD + "}")
                .javac("-sourcepath", project.sourceFolder().toString());

        assertThat(compiled.success()).isTrue();
        assertThat(project.facts("a/Bar.class").format()).hasValue(1);
    }

    @Test
    void javac_implicitNone_isSilent() {
        Project.Compiled compiled = project.source("a/Foo.java", "package a; class Foo { Bar bar; }")
                .implicitSource("a/Bar.java", HEAD + "class Bar {" + METHOD + "}")
                .javac("-sourcepath", project.sourceFolder().toString(), "-implicit:none", "-Xlint:all", "-Werror");

        assertThat(compiled.text()).isEmpty();
        assertThat(Project.files(project.classes())).containsOnlyKeys("a/Foo.class");
    }

    @Test
    void javac_procOnly_isSilentAndWritesNothing() {
        Project.Compiled compiled = project.source("a/Foo.java", HEAD + "class Foo {" + METHOD + "}")
                .javac("-proc:only", "-Xlint:all", "-Werror");

        assertThat(compiled.text()).isEmpty();
        assertThat(Project.files(project.classes())).isEmpty();
    }

    @Test
    void javac_sourceOfAnotherProcessor_isRewritten() {
        project.processors(new Maker(), new FermataOptions(), new FermataProcessor(transform));

        Project.Compiled compiled = project.source("a/Foo.java", HEAD + "class Foo {" + METHOD + "}")
                .javac();

        assertThat(compiled.success()).isTrue();
        assertThat(project.facts("a/Made.class").format()).hasValue(1);
        assertThat(project.facts("a/Foo.class").format()).hasValue(1);
    }

    @Test
    void javac_errorInAnotherFile_addsNone() {
        Project.Compiled compiled = project.source("a/Bad.java", "package a; class Bad { int x = \"\"; }")
                .source("a/Foo.java", HEAD + "class Foo {" + METHOD + "}")
                .javac();

        assertThat(compiled.errors()).hasSize(1).first().asString().contains("incompatible types");
        assertThat(project.classes().resolve("a/Foo.class")).doesNotExist();
    }

    @Test
    void javac_syntaxErrorInTheSameFile_addsNone() {
        Project.Compiled compiled = project.source("a/Foo.java", HEAD + "class Foo {" + METHOD + " int x = ; }")
                .javac();

        assertThat(compiled.errors()).hasSize(1).first().asString().contains("illegal start of expression");
    }

    @Test
    void javac_warningUnderWerror_leavesTheStaleClassAlone() throws IOException {
        String bar = "package a; class Bar { java.util.List<?> raw() { return new java.util.ArrayList(); } }";
        project.source("a/Bar.java", bar).source("a/Foo.java", HEAD + "class Foo {" + METHOD + "}");
        project.javac("-Afermata.transform=off");
        Path stale = project.classes().resolve("a/Foo.class");
        Files.setLastModifiedTime(stale, FileTime.fromMillis(0));

        Project.Compiled compiled = project.transform(transform)
                .javac("-Xlint:all", "-Werror", "-XDcompilePolicy=simple", "-XDshould-stop.ifError=GENERATE");

        assertThat(compiled.success()).isFalse();
        assertThat(compiled.text()).contains("found raw type", "-Werror").doesNotContain("NotTransformed");
        assertThat(Project.facts(stale).format()).isEmpty();
        assertThat(transform.seen()).isEmpty();
    }

    /** A processor that makes a source file with async code. */
    private static final class Maker extends AbstractProcessor {
        private boolean made;

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!made) {
                made = true;
                try (Writer out =
                        processingEnv.getFiler().createSourceFile("a.Made").openWriter()) {
                    out.write(HEAD + "class Made {" + METHOD + "}");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return false;
        }
    }
}
