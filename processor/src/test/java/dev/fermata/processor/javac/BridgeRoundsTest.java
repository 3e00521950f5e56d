package dev.fermata.processor.javac;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How companions get into a compile: rounds, names that are taken, class paths, modules. */
final class BridgeRoundsTest {
    private static final String SHOP = """
            package a;
            import dev.fermata.*;
            @Bridge
            public interface Shop { Coroutine<String> price(); }
            """;

    private static final String USE = """
            package a;
            class Use { String f(Shop shop) { return new ShopBlocking(shop).price(); } }
            """;

    @TempDir
    Path root;

    private Project project() {
        return new Project(root);
    }

    /** As javac finds them on a processor path, with the warnings of all users. */
    private static Project.Compiled javac(Project project, String... more) {
        List<String> options = new ArrayList<>(List.of("-processorpath", Project.PROCESSOR, "-Xlint:all", "-Werror"));
        options.addAll(List.of(more));
        return project.javac(options.toArray(new String[0]));
    }

    @Test
    void companions_areFoundAsAServiceAndCompiled() {
        Project project = project().source("a/Shop.java", SHOP).source("a/Use.java", USE);

        assertThat(javac(project).text()).isEmpty();
        assertThat(project.classes().resolve("a/ShopFutures.class")).exists();
    }

    @Test
    void twoCompiles_giveTheSameBytes() {
        Project project = project().source("a/Shop.java", SHOP);
        javac(project);
        var first = Project.files(project.classes());

        javac(project);

        assertThat(Project.files(project.classes())).containsExactlyEntriesOf(first);
    }

    /** That much any processor is told by the category: the file that is replaced is there. */
    @Test
    void companionOfTheLastBuild_onTheClassPath_isReplaced() {
        Project project = project().source("a/Shop.java", SHOP).source("a/Use.java", USE);
        javac(project);

        Project.Compiled second = javac(
                project,
                "-Xlint:-processing",
                "-cp",
                Project.path(project.classes().toString(), Project.RUNTIME));

        assertThat(second.text()).isEmpty();
    }

    /** javac starts no further processor once all annotations are claimed: whoever bridges has to rewrite, too. */
    @Test
    void asyncLambdas_whereBridgeIsTheOnlyAnnotation_areRewritten() throws Exception {
        Project project = project().source("a/Shop.java", SHOP).source("a/Main.java", """
                        package a;
                        import static dev.fermata.Coroutine.*;
                        import dev.fermata.asyncio.*;
                        public class Main {
                            public static String main() {
                                return Asyncio.run(() -> {
                                    await(Asyncio.sleep(java.time.Duration.ZERO));
                                    Shop shop = () -> result("tea");
                                    return shop.price();
                                });
                            }
                        }
                        """);

        assertThat(javac(project, "-Afermata.checks=error").text()).isEmpty();
        assertThat(project.run("a.Main", "main")).isEqualTo("tea");
    }

    @Test
    void generatedSources_ofOthers_areNotClaimed() {
        Project project = project()
                .source(
                        "a/Other.java",
                        "package a;\n@javax.annotation.processing.Generated(\"other\") class Other {}\n");

        assertThat(project.javac("-processorpath", Project.PROCESSOR, "-Xlint:all")
                        .text())
                .contains("No processor claimed any of these annotations", "Generated");
    }

    @Test
    void withoutBridge_noSourceIsWritten() {
        Project project = project().source("a/Shop.java", SHOP.replace("@Bridge", ""));

        assertThat(javac(project).text()).isEmpty();
        assertThat(Project.files(project.classes())).containsOnlyKeys("a/Shop.class");
    }

    @Test
    void nameThatASourceHas_isAnErrorAtTheType() {
        Project project = project()
                .source("a/Shop.java", SHOP)
                .source("a/ShopBlocking.java", "package a;\nclass ShopBlocking {}\n");

        assertThat(javac(project).text())
                .isEqualTo(
                        "ERROR Shop.java:4 [BridgeTarget] 'a.ShopBlocking' exists already; a companion of 'Shop' has that name\n"
                                + "  Rename one of the two.");
    }

    @Test
    void nameThatAnotherCompanionHas_isAnErrorAtTheSecond() {
        Project project = project()
                .source("a/Outer_Shop.java", SHOP.replace("Shop", "Outer_Shop"))
                .source("a/Outer.java", """
                        package a;
                        class Outer {
                            @dev.fermata.Bridge
                            interface Shop { dev.fermata.Coroutine<String> price(); }
                        }
                        """);

        assertThat(javac(project).errors())
                .containsExactly(
                        "[BridgeTarget] 'a.Outer_ShopBlocking' exists already; a companion of 'Shop' has that name\n  Rename one of the two.",
                        "[BridgeTarget] 'a.Outer_ShopFutures' exists already; a companion of 'Shop' has that name\n  Rename one of the two.");
    }

    @Test
    void typesOfAnotherProcessor_areWaitedFor() {
        Project project = project()
                .source(
                        "a/Shop.java",
                        SHOP.replace("@Bridge", "@Bridge @FunctionalInterface")
                                .replace("Coroutine<String> price()", "Coroutine<Made> price(Made it)"))
                .processors(new FermataOptions(), new FermataProcessor(), new Maker());

        assertThat(project.javac("-Xlint:all", "-Werror").text()).isEmpty();
        assertThat(project.classes().resolve("a/ShopBlocking.class")).exists();
    }

    @Test
    void bridgedTypeOfAnotherProcessor_isBridged() {
        Project project = project()
                .source("a/Other.java", "package a; class Other {}")
                .processors(new FermataOptions(), new FermataProcessor(), new Maker());

        assertThat(project.javac("-Xlint:all", "-Werror").text()).isEmpty();
        assertThat(project.classes().resolve("a/MadeFutures.class")).exists();
    }

    @Test
    void typeThatNeverComes_isReportedByJavacAlone() {
        Project project = project().source("a/Shop.java", SHOP.replace("<String>", "<Nowhere>"));

        Project.Compiled compiled = javac(project);

        assertThat(compiled.errors()).singleElement().asString().contains("cannot find symbol", "Nowhere");
    }

    @Test
    void typeThatIsMissingInALibrary_isReportedAtTheType() throws Exception {
        Project library = new Project(root.resolve("library"))
                .source("lib/Gone.java", "package lib; public class Gone {}")
                .source("lib/Base.java", "package lib; public interface Base { dev.fermata.Coroutine<Gone> gone(); }");
        javac(library);
        Files.delete(library.classes().resolve("lib/Gone.class"));
        Project project = project().source("a/Shop.java", SHOP.replace("Shop {", "Shop extends lib.Base {"));

        assertThat(javac(project, "-cp", Project.path(library.classes().toString(), Project.RUNTIME))
                        .errors())
                .contains(
                        "[BridgeTarget] 'Shop' inherits from 'lib.Base', which names 'lib.Gone'; that does not exist, so no companion was written\n"
                                + "  Put what has 'lib.Gone' on the class path.");
    }

    @Test
    void modules_thatReadTheRuntimeOnly_compile() {
        Project project = project()
                .source("a/Shop.java", SHOP)
                .source("a/Use.java", USE)
                .source("module-info.java", "module a { requires transitive dev.fermata; exports a; }");

        Project.Compiled compiled = project.javacWith(List.of(
                "-d",
                project.classes().toString(),
                "--module-path",
                Project.RUNTIME,
                "-processorpath",
                Project.PROCESSOR,
                "-Xlint:all",
                "-Werror"));

        assertThat(compiled.text()).isEmpty();
        assertThat(project.classes().resolve("a/ShopBlocking.class")).exists();
    }

    /** Writes {@code a.Made}, a bridged type, in the first round. */
    private static final class Maker extends AbstractProcessor {
        private boolean done;

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
            if (!done) {
                done = true;
                try (Writer file =
                        processingEnv.getFiler().createSourceFile("a.Made").openWriter()) {
                    file.write(
                            "package a;\n@dev.fermata.Bridge\npublic interface Made { dev.fermata.Coroutine<String> f(); }\n");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return false;
        }
    }
}
