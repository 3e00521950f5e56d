package dev.fermata.processor.javac;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where class files are found and written. */
final class OutputTest {
    private static final String FOO = """
            package a;
            import dev.fermata.*;
            public class Foo {
                @Async Coroutine<Integer> async() { return Coroutine.result(1); }
                static class Inner { @Async Coroutine<Integer> asyncInner() { return Coroutine.result(1); } }
                static class Plain { int x; }
            }
            """;

    @TempDir
    Path root;

    private final FakeTransform transform = new FakeTransform();
    private Project project;

    @BeforeEach
    void setUp() {
        project = new Project(root).transform(transform);
    }

    @Test
    void javac_withD_rewritesHostsAndAddsExtras() {
        Project.Compiled compiled = project.source("a/Foo.java", FOO).javac("-Xlint:all", "-Werror");

        assertThat(compiled.text()).isEmpty();
        assertThat(Project.files(project.classes()))
                .containsOnlyKeys(
                        "a/Foo.class",
                        "a/Foo$Inner.class",
                        "a/Foo$Plain.class",
                        "a/Foo$async$Coroutine.class",
                        "a/Foo$Inner$asyncInner$Coroutine.class");
        assertThat(project.facts("a/Foo.class").format()).hasValue(1);
        assertThat(project.facts("a/Foo$Inner.class").format()).hasValue(1);
        assertThat(project.facts("a/Foo$Plain.class").format()).isEmpty();
    }

    @Test
    void javac_innerClass_nestHostNamesItsExtra() throws Exception {
        project.source("a/Foo.java", FOO).javac();

        assertThat(new String(Files.readAllBytes(project.classes().resolve("a/Foo.class")), "ISO-8859-1"))
                .contains("a/Foo$Inner$asyncInner$Coroutine");
    }

    @Test
    void javac_nothingAsync_looksAtNoFile() {
        project.source("a/Bar.java", "package a; class Bar { class Inner {} Runnable r = () -> {}; }")
                .javac();

        assertThat(transform.seen()).isEmpty();
    }

    @Test
    void javac_withoutD_writesBesideTheSource() {
        project.source("a/Foo.java", FOO);

        Project.Compiled compiled = project.javacWith(List.of("-Xlint:all", "-Werror", "-cp", Project.RUNTIME));

        assertThat(compiled.text()).isEmpty();
        assertThat(Project.facts(project.sourceFolder().resolve("a/Foo.class")).format())
                .hasValue(1);
        assertThat(project.sourceFolder().resolve("a/Foo$async$Coroutine.class"))
                .exists();
    }

    @Test
    void javac_withoutDAndStaleClassInTheWorkingFolder_leavesThatAlone() throws Exception {
        Path working = Files.createDirectories(Path.of("stale"));
        Path stale = working.resolve("Foo.class");
        project.source("a/Foo.java", FOO.replace("package a", "package stale"));
        try {
            project.javac();
            Files.copy(project.classes().resolve("stale/Foo$Plain.class"), stale);
            FileTime before = FileTime.fromMillis(System.currentTimeMillis() - 60_000);
            Files.setLastModifiedTime(stale, before);
            byte[] bytes = Files.readAllBytes(stale);

            Project.Compiled compiled = project.transform(transform).javacWith(List.of("-cp", Project.RUNTIME));

            assertThat(compiled.text()).isEmpty();
            assertThat(Files.readAllBytes(stale)).isEqualTo(bytes);
            assertThat(Project.facts(project.sourceFolder().resolve("a/Foo.class"))
                            .format())
                    .hasValue(1);
        } finally {
            Files.deleteIfExists(stale);
            Files.delete(working);
        }
    }

    @Test
    void javac_unnamedPackage_isRewritten() {
        Project.Compiled compiled =
                project.source("Foo.java", FOO.replace("package a;", "")).javac("-Xlint:all", "-Werror");

        assertThat(compiled.text()).isEmpty();
        assertThat(project.facts("Foo.class").format()).hasValue(1);
    }

    @Test
    void javac_module_isRewritten() {
        Project.Compiled compiled = project.source("a/Foo.java", FOO.replace("public class", "class"))
                .source("module-info.java", "module some.module { requires dev.fermata; }")
                .javacWith(List.of(
                        "-Xlint:all,-requires-automatic",
                        "-Werror",
                        "-d",
                        project.classes().toString(),
                        "-p",
                        Project.RUNTIME));

        assertThat(compiled.text()).isEmpty();
        assertThat(project.facts("a/Foo.class").format()).hasValue(1);
        assertThat(project.classes().resolve("a/Foo$async$Coroutine.class")).exists();
    }

    @Test
    void javac_packageInfoWithAClassFile_isPassedOver() {
        Project.Compiled compiled = project.source("a/Foo.java", FOO)
                .source("a/package-info.java", "@org.jspecify.annotations.NullMarked package a;")
                .javac();

        assertThat(compiled.text()).isEmpty();
        assertThat(Project.files(project.classes())).containsKeys("a/package-info.class");
        assertThat(project.facts("a/Foo.class").format()).hasValue(1);
    }

    @Test
    void javac_moduleSourcePath_writesIntoTheModule() {
        Project.Compiled compiled = project.source("some.module/a/Foo.java", FOO.replace("public class", "class"))
                .source("some.module/module-info.java", "module some.module { requires dev.fermata; exports a; }")
                .javacWith(List.of(
                        "-Xlint:all,-requires-automatic,-exports",
                        "-Werror",
                        "-d",
                        project.classes().toString(),
                        "--module-source-path",
                        project.sourceFolder().toString(),
                        "-p",
                        Project.RUNTIME));

        assertThat(compiled.text()).isEmpty();
        assertThat(project.facts("some.module/a/Foo.class").format()).hasValue(1);
        assertThat(project.classes().resolve("some.module/a/Foo$async$Coroutine.class"))
                .exists();
    }

    @Test
    void javac_release_isRewritten() {
        Project.Compiled compiled = project.source("a/Foo.java", FOO).javac("--release", "17", "-Xlint:all", "-Werror");

        assertThat(compiled.text()).isEmpty();
        assertThat(project.facts("a/Foo.class").format()).hasValue(1);
    }

    @Test
    void javac_twiceIntoOneFolder_givesTheSameBytesAndNoWarning() {
        project.source("a/Foo.java", FOO).javac("-Xlint:all", "-Werror");
        TreeMap<String, byte[]> first = Project.files(project.classes());

        Project.Compiled second = project.transform(transform).javac("-Xlint:all", "-Werror");

        assertThat(second.text()).isEmpty();
        assertThat(Project.files(project.classes())).containsExactlyEntriesOf(first);
    }

    @Test
    void javac_extraOfAnEarlierCompile_isDeleted() throws Exception {
        project.source("a/Foo.java", FOO).javac();
        Files.write(project.classes().resolve("a/Foo$mine$Coroutine.class"), new byte[] {1});

        project.source("a/Foo.java", FOO.replace("async()", "asyncOther()"))
                .transform(transform)
                .javac();

        assertThat(Project.files(project.classes()))
                .containsKeys("a/Foo$asyncOther$Coroutine.class", "a/Foo$mine$Coroutine.class")
                .doesNotContainKey("a/Foo$async$Coroutine.class");
    }
}
