package dev.fermata.processor.javac;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The arrows between the rooms of the processor, as docs/design draws them. */
final class ArrowsTest {
    private static final String ROOT = "dev.fermata.processor.";

    private static final JavaClasses CLASSES = ourClasses();

    private static JavaClasses ourClasses() {
        // Names of packages are enough; to read the classes of the JDK would take longer than all tests of this room.
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.fermata.processor");
    }

    @Test
    void rooms_dependOnlyOnThoseBelow() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("names")
                .definedBy(ROOT + "names")
                .layer("diagnostic")
                .definedBy(ROOT + "diagnostic")
                .layer("analysis")
                .definedBy(ROOT + "transform.analysis")
                .layer("plan")
                .definedBy(ROOT + "transform.plan")
                .layer("emit")
                .definedBy(ROOT + "transform.emit")
                .layer("transform")
                .definedBy(ROOT + "transform")
                .layer("check")
                .definedBy(ROOT + "check")
                .layer("bridge")
                .definedBy(ROOT + "bridge")
                .layer("classfile")
                .definedBy(ROOT + "classfile")
                .layer("weave")
                .definedBy(ROOT + "weave")
                .layer("report")
                .definedBy(ROOT + "report")
                .layer("javac")
                .definedBy(ROOT + "javac")
                .layer("command")
                .definedBy(ROOT + "command")
                .layer("agent")
                .definedBy(ROOT + "agent")
                .whereLayer("javac")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("command")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("agent")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("weave")
                .mayOnlyBeAccessedByLayers("javac", "command", "agent")
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("javac")
                .whereLayer("classfile")
                .mayOnlyBeAccessedByLayers("weave", "javac", "command", "agent")
                .whereLayer("bridge")
                .mayOnlyBeAccessedByLayers("javac")
                .whereLayer("check")
                .mayOnlyBeAccessedByLayers("report", "javac")
                .whereLayer("transform")
                .mayOnlyBeAccessedByLayers("classfile", "weave", "report", "javac", "command", "agent")
                .whereLayer("emit")
                .mayOnlyBeAccessedByLayers("transform")
                .whereLayer("plan")
                .mayOnlyBeAccessedByLayers("emit", "transform")
                .whereLayer("analysis")
                .mayOnlyBeAccessedByLayers(
                        "plan", "emit", "transform", "classfile", "weave", "report", "javac", "command", "agent")
                .ensureAllClassesAreContainedInArchitecture()
                .check(CLASSES);
    }

    @Test
    void checks_knowNothingButDiagnostics() {
        noClasses()
                .that(resideInAPackage(ROOT + "check"))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "transform..")
                        .or(resideInAPackage(ROOT + "javac"))
                        .or(resideInAPackage("javax.annotation.processing"))
                        .or(resideInAPackage("org.objectweb..")))
                .check(CLASSES);
    }

    @Test
    void diagnostics_knowNothing() {
        classes()
                .that(resideInAPackage(ROOT + "diagnostic"))
                .should()
                .onlyDependOnClassesThat(resideInAPackage(ROOT + "diagnostic")
                        .or(resideInAPackage("java.lang.."))
                        .or(resideInAPackage("java.util.."))
                        .or(resideInAPackage("org.jspecify..")))
                .check(CLASSES);
    }

    @Test
    void names_knowNothing() {
        classes()
                .that(resideInAPackage(ROOT + "names"))
                .should()
                .onlyDependOnClassesThat(resideInAPackage(ROOT + "names")
                        .or(resideInAPackage("java.lang.."))
                        .or(resideInAPackage("org.jspecify..")))
                .check(CLASSES);
    }

    @Test
    void transform_isPure() {
        noClasses()
                .that(resideInAPackage(ROOT + "transform.."))
                .should()
                .dependOnClassesThat(resideInAPackage("javax..")
                        .or(resideInAPackage("com.sun.."))
                        .or(resideInAPackage("java.nio.."))
                        .or(resideInAPackage("java.time.."))
                        .or(resideInAPackage("java.util.logging.."))
                        .or(resideInAPackage("java.net..")))
                .check(CLASSES);
    }

    @Test
    void report_knowsNeitherCompilersNorAsmNorFilesNorTheClock() {
        noClasses()
                .that(resideInAPackage(ROOT + "report"))
                .should()
                .dependOnClassesThat(resideInAPackage("javax..")
                        .or(resideInAPackage("com.sun.."))
                        .or(resideInAPackage("org.objectweb.."))
                        .or(resideInAPackage("java.nio.file.."))
                        .or(resideInAPackage("java.time.."))
                        .or(resideInAPackage("java.net..")))
                .check(CLASSES);
    }

    @Test
    void classfile_readsNoFiles() {
        noClasses()
                .that(resideInAPackage(ROOT + "classfile"))
                .should()
                .dependOnClassesThat(resideInAPackage("java.io..")
                        .or(resideInAPackage("java.nio.file.."))
                        .or(resideInAPackage("java.net..")))
                .check(CLASSES);
    }

    @Test
    void instrumentation_isSeenByTheAgentOnly() {
        noClasses()
                .that(resideInAPackage("dev.fermata.processor..")
                        .and(resideInAPackage(ROOT + "agent").negate()))
                .should()
                .dependOnClassesThat(resideInAPackage("java.lang.instrument.."))
                .check(CLASSES);
    }

    @Test
    void bridge_knowsModelsOfTheSourceAndNamesOnly() {
        noClasses()
                .that(resideInAPackage(ROOT + "bridge"))
                .should()
                .dependOnClassesThat(resideInAPackage("javax.annotation.processing")
                        .or(resideInAPackage("javax.tools"))
                        .or(resideInAPackage("com.sun.."))
                        .or(resideInAPackage("org.objectweb.."))
                        .or(resideInAPackage("java.io.."))
                        .or(resideInAPackage("java.nio..")))
                .check(CLASSES);
    }

    @Test
    void javaPoet_isSeenByTheBridgeOnly() {
        noClasses()
                .that(resideInAPackage("dev.fermata.processor..")
                        .and(resideInAPackage(ROOT + "bridge").negate()))
                .should()
                .dependOnClassesThat(resideInAPackage("com.palantir.."))
                .check(CLASSES);
    }

    @Test
    void compilers_areSeenByThreeRoomsAndNeverInside() {
        noClasses()
                .that(resideInAPackage("dev.fermata.processor..")
                        .and(resideInAPackage(ROOT + "javac")
                                .or(resideInAPackage(ROOT + "check"))
                                .or(resideInAPackage(ROOT + "bridge"))
                                .negate()))
                .should()
                .dependOnClassesThat(resideInAPackage("com.sun.source..").or(resideInAPackage("javax..")))
                .check(CLASSES);
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("com.sun.tools.."))
                .check(CLASSES);
    }

    @Test
    void runtime_isKnownByNameOnly() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("dev.fermata..")
                        .and(resideInAPackage("dev.fermata.processor..").negate()))
                .check(CLASSES);
    }

    @Test
    void rooms_areFreeOfCycles() {
        slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void processors_nameNoTreesInTheirSignatures() {
        for (Class<?> processor : List.of(FermataProcessor.class, FermataOptions.class)) {
            for (var field : processor.getDeclaredFields()) {
                assertNoTree(field.getType());
            }
            for (var method : processor.getDeclaredMethods()) {
                assertNoTree(method.getReturnType());
                for (Class<?> parameter : method.getParameterTypes()) {
                    assertNoTree(parameter);
                }
            }
        }
    }

    private static void assertNoTree(Class<?> type) {
        if (type.getName().startsWith("com.sun.")) {
            throw new AssertionError("a virtual machine without jdk.compiler cannot load " + type);
        }
    }
}
