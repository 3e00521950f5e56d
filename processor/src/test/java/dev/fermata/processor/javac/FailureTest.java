package dev.fermata.processor.javac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.classfile.ClassFileFacts;
import dev.fermata.processor.transform.Outcome;
import dev.fermata.processor.transform.Rejection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said, and what is left, when something cannot be rewritten. */
final class FailureTest {
    private static final String BAD = """
            package a;
            import dev.fermata.*;
            public class Foo {
                @Async Coroutine<Integer> async() { return Coroutine.result(1); }
                static class Inner {
                    @Async
                    Coroutine<Integer> asyncBad(int x, String[] y) { return Coroutine.result(1); }
                }
            }
            """;

    @TempDir
    Path root;

    @Test
    void rejection_on_isAnErrorAtTheMethodAndLeavesNoClass() throws Exception {
        Project project = new Project(root).source("a/Foo.java", BAD);
        project.transform(new FakeTransform())
                .source("a/Foo.java", BAD.replace("asyncBad", "asyncGood"))
                .javac();
        assertThat(project.classes().resolve("a/Foo$async$Coroutine.class")).exists();

        Project.Compiled compiled =
                project.source("a/Foo.java", BAD).transform(new FakeTransform()).javac("-Xlint:all");

        assertThat(compiled.text())
                .isEqualTo(
                        "ERROR Foo.java:7 [NotTransformed] 'asyncBad' of a.Foo$Inner was not rewritten; it is 100% bad\n"
                                + "  Change that, or take @Async or @Yields off and build the coroutine from other methods.");
        Diagnostic<?> error = compiled.diagnostics().get(0);
        assertThat(error.getColumnNumber()).isEqualTo(28);
        assertThat(Project.files(project.classes())).isEmpty();
    }

    @Test
    void rejection_inALambda_isAtTheLambda() {
        String text = """
                package a;
                import dev.fermata.*;
                public class Foo {
                    AsyncSupplier<Runnable> outer = () -> {
                        int x = Coroutine.await(Coroutine.result(1));
                        AsyncSupplier<Integer> inner = () ->
                            Coroutine.result(Coroutine.await(Coroutine.result(1)));
                        return Coroutine.result(null);
                    };
                }
                """;
        Project project = new Project(root).source("a/Foo.java", text).transform((bytes, lookup, options) -> {
            ClassFileFacts facts = ClassFileFacts.of(bytes);
            return new Outcome.Rejected(
                    List.of(new Rejection(facts.name(), "lambda$new$0", "()Ldev/fermata/Coroutine;", 7, "is bad")));
        });

        Project.Compiled compiled = project.javac();

        assertThat(compiled.text())
                .startsWith("ERROR Foo.java:6 [NotTransformed] a lambda of a.Foo was not rewritten;");
    }

    @Test
    void rejection_warn_isAWarningAndTheClassStaysAsJavacWroteIt() {
        Project project = new Project(root).transform(new FakeTransform()).source("a/Foo.java", BAD);

        Project.Compiled compiled = project.javac("-Afermata.transform=warn");

        assertThat(compiled.success()).isTrue();
        assertThat(compiled.text()).startsWith("WARNING Foo.java:7 [NotTransformed]");
        assertThat(project.facts("a/Foo$Inner.class").format()).isEmpty();
        assertThat(project.facts("a/Foo.class").format()).hasValue(1);
    }

    @Test
    void rejection_warn_namesWhatStaysBehindWithIt() {
        Project project = new Project(root)
                .transform(new FakeTransform())
                .source(
                        "a/Foo.java",
                        BAD.replace("Coroutine<Integer> async()", "Coroutine<Integer> asyncBad()")
                                .replace(
                                        "public class Foo {",
                                        "public class Foo {\n    @Async Coroutine<Integer> good() { return Coroutine.result(1); }"));

        Project.Compiled compiled = project.javac("-Afermata.transform=warn");

        assertThat(compiled.success()).isTrue();
        assertThat(compiled.text())
                .contains(
                        "WARNING Foo.java:5 [NotTransformed] 'asyncBad' of a.Foo was not rewritten; it is 100% bad",
                        "WARNING Foo.java:4 [NotTransformed] 'good' of a.Foo was not rewritten; its class has another method that cannot be\n"
                                + "  Change the other one, or move it to a class of its own.");
        assertThat(compiled.diagnostics()).hasSize(3);
    }

    @Test
    void transformOff_touchesNothing() {
        FakeTransform transform = new FakeTransform();
        Project project = new Project(root).transform(transform).source("a/Foo.java", BAD);

        Project.Compiled compiled = project.javac("-Afermata.transform=off", "-Xlint:all", "-Werror");

        assertThat(compiled.text()).isEmpty();
        assertThat(transform.seen()).isEmpty();
        assertThat(project.facts("a/Foo.class").format()).isEmpty();
    }

    @Test
    void rejection_otherClassesAfterIt_areNotReported() {
        Project project = new Project(root)
                .transform(new FakeTransform())
                .source("a/Foo.java", BAD)
                .source("a/Bar.java", BAD.replace("Foo", "Bar"));

        Project.Compiled compiled = project.javac("-XDcompilePolicy=simple");

        assertThat(compiled.errors()).hasSize(1);
    }

    @Test
    void exceptionInTheTransform_isOneErrorAndNoCrash() {
        Project project = new Project(root).source("a/Foo.java", BAD).transform((bytes, lookup, options) -> {
            throw new StackOverflowError("deep");
        });

        Project.Compiled compiled = project.javac("-Afermata.debug");

        assertThat(compiled.errors())
                .hasSize(1)
                .first()
                .asString()
                .startsWith(
                        "[NotTransformed] class a.Foo was not rewritten; internal error: StackOverflowError: deep (FailureTest.java:")
                .contains("Report it, with the stack trace that -Afermata.debug prints.");
        assertThat(compiled.text()).contains("NOTE", "java.lang.StackOverflowError: deep\n", "GroupWriter.rewrite");
        assertThat(Project.files(project.classes())).isEmpty();
    }

    @Test
    void transformThatSeesNothing_isAnError() {
        Project project = new Project(root)
                .source("a/Foo.java", BAD)
                .transform((bytes, lookup, options) -> new Outcome.Unchanged());

        assertThat(project.javac().errors())
                .anyMatch(
                        it -> it.startsWith("[NotTransformed] 'async' of a.Foo was not rewritten; the transform saw"));
    }

    @Test
    void classOfAnotherFormat_isAnError() {
        Project project = new Project(root)
                .source("a/Foo.java", BAD.replace("asyncBad", "asyncGood"))
                // Or javac would not start the second one, with nothing left to claim.
                .source("a/Other.java", "package a; @Deprecated class Other { }");
        // Two processors on one path, of two versions of Fermata: the second finds what the first wrote.
        project.processors(
                new FermataOptions(),
                new FermataProcessor(new FakeTransform(7)),
                new FermataProcessor(new FakeTransform()));

        assertThat(project.javac("-Afermata.verify=on").text())
                .contains("was rewritten before, for format 7 of the runtime; this processor writes format 1");
    }

    @Test
    void unwritableFolder_isAnError() throws Exception {
        Project project = new Project(root)
                .source("a/Foo.java", BAD.replace("asyncBad", "asyncGood"))
                .transform(new FakeTransform());
        // A folder stands where the new class file is written first: nobody can write over that, root neither.
        Files.createDirectories(project.classes().resolve("a/Foo.class.fermata/x"));

        Project.Compiled compiled = project.javac();

        assertThat(compiled.errors()).hasSize(1).first().asString().contains("its class files cannot be written");
        assertThat(project.classes().resolve("a/Foo.class")).doesNotExist();
    }

    @Test
    void options_unknown_areErrorsOnce() {
        Project project = new Project(root)
                .source("a/Bar.java", "package a; class Bar { }")
                .transform(new FakeTransform());

        Project.Compiled compiled =
                project.javac("-Afermata.tranform=on", "-Afermata.transform=maybe", "-Xlint:all", "-Werror");

        assertThat(compiled.errors()).hasSize(2).allMatch(it -> it.startsWith("[UnknownOption] "));
        assertThat(compiled.text()).doesNotContain("not recognized");
    }

    @Test
    void options_valid_giveNoWarningInAModuleWithoutAsync() {
        for (String text : List.of(
                "package a; class Bar { }",
                "package a; @Deprecated class Bar { }",
                "package a; class Bar { @dev.fermata.Async dev.fermata.Coroutine<Integer> async() { return dev.fermata.Coroutine.result(1); } }")) {
            Project project = new Project(root).source("a/Bar.java", text).transform(new FakeTransform());

            Project.Compiled compiled = project.javac(
                    "-Afermata.transform=on", "-Afermata.verify=on", "-Afermata.debug", "-Xlint:all", "-Werror");

            assertThat(compiled.text()).isEmpty();
        }
    }
}
