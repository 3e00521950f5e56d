package dev.fermata.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Temporary folders, and that tests leave none behind. */
final class LastingFolderTest {
    /** Makes a folder with something in it and ends. */
    static final class Program {
        private Program() {}

        public static void main(String[] args) throws IOException {
            Path folder = LastingFolder.create("test");
            Files.writeString(Files.createDirectories(folder.resolve("a/b")).resolve("c"), "text");
            System.out.print(folder);
        }
    }

    @Test
    void create_virtualMachineEnds_allOfItIsDeleted() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Program.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Path folder = Path.of(new String(process.getInputStream().readAllBytes()));

        assertThat(process.waitFor()).isZero();
        assertThat(folder.getFileName().toString()).startsWith("fermata-test");
        assertThat(folder).doesNotExist();
    }

    @Test
    void tests_makeTemporaryFolders_onlyThroughJUnitOrThis() {
        // Names are enough; to read the classes of the JDK takes longer.
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        JavaClasses tests = new ClassFileImporter().importPath(testClasses());

        ArchRuleDefinition.noClasses()
                .that()
                .doNotHaveFullyQualifiedName(LastingFolder.class.getName())
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "makes a temporary file or folder",
                        call -> call.getName().startsWith("createTemp")
                                || call.getName().equals("deleteOnExit")))
                .because("those are left behind")
                .check(tests);
    }

    private static Path testClasses() {
        return new File(LastingFolderTest.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toPath();
    }
}
