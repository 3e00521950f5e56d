package dev.fermata;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the arrows of docs/design.md: machine, then dev.fermata, then asyncio; inspect on top. */
final class ArrowsTest {
    private static final String MACHINE = "dev.fermata.machine..";
    private static final String LANGUAGE = "dev.fermata";
    private static final String ASYNCIO = "dev.fermata.asyncio..";
    private static final String INSPECT = "dev.fermata.inspect..";
    private static final String GUARD = "dev.fermata.guard..";
    private static final String JAVA = "java..";
    private static final String JSPECIFY = "org.jspecify..";

    private static JavaClasses runtime;

    @BeforeAll
    static void readClasses() {
        // Only names of packages matter: whole classes of the JDK need not be read, which takes seconds.
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        runtime = new ClassFileImporter()
                .importUrl(Coroutine.class.getProtectionDomain().getCodeSource().getLocation());
    }

    @Test
    void theMachineTouchesNothingButTheJdk() {
        classes()
                .that()
                .resideInAPackage(MACHINE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(MACHINE, "java.lang..", "java.util..", "java.io..", JSPECIFY)
                .check(runtime);
    }

    @Test
    void theLanguageTouchesTheMachineOnly() {
        classes()
                .that()
                .resideInAPackage(LANGUAGE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(LANGUAGE, MACHINE, JAVA, JSPECIFY)
                .check(runtime);
    }

    @Test
    void theLoopTouchesLanguageAndMachineOnly() {
        classes()
                .that()
                .resideInAPackage(ASYNCIO)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(ASYNCIO, LANGUAGE, MACHINE, JAVA, JSPECIFY)
                .check(runtime);
    }

    @Test
    void theLoopKnowsNoLocks() {
        noClasses()
                .that()
                .resideInAPackage("dev.fermata.asyncio")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.fermata.asyncio.sync")
                .check(runtime);
    }

    @Test
    void nobodyDependsOnInspect() {
        noClasses()
                .that()
                .resideOutsideOfPackage(INSPECT)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(INSPECT)
                .check(runtime);
    }

    @Test
    void theGuardStandsAlone() {
        noClasses()
                .that()
                .resideInAPackage(GUARD)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(LANGUAGE, MACHINE, ASYNCIO, INSPECT)
                .check(runtime);
        noClasses()
                .that()
                .resideOutsideOfPackage(GUARD)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(GUARD)
                .check(runtime);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.(**)").should().beFreeOfCycles().check(runtime);
    }
}
