package dev.fermata;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the arrows of docs/design.md: machine, then dev.fermata, then asyncio; inspect on top. */
final class ArrowsTest {
    private static final String MACHINE = "dev.fermata.machine..";
    private static final String LANGUAGE = "dev.fermata";
    private static final String ASYNCIO = "dev.fermata.asyncio..";
    private static final String ADAPTERS = "dev.fermata.asyncio.adapters..";
    private static final String TESTING = "dev.fermata.asyncio.testing..";
    private static final String INSPECT = "dev.fermata.inspect..";
    private static final String BRIDGE = "dev.fermata.asyncio.micrometer";
    private static final String MICROMETER = "io.micrometer.context..";
    private static final String JUNIT_ROOM = "dev.fermata.asyncio.junit";
    private static final String JUNIT = "org.junit..";
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
                .resideInAnyPackage(MACHINE, "java.lang..", "java.util..", "java.io..", "java.security..", JSPECIFY)
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
                .and()
                .resideOutsideOfPackages(ADAPTERS, BRIDGE, JUNIT_ROOM)
                .and()
                .doNotHaveSimpleName("Sigint")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        ASYNCIO, LANGUAGE, MACHINE, "java.lang..", "java.util..", "java.io..", "java.time..", JSPECIFY)
                .check(runtime);
    }

    @Test
    void oneClassTouchesSignals() {
        classes()
                .that()
                .haveSimpleName("Sigint")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java.lang..", "java.util..", "sun.misc", JSPECIFY)
                .check(runtime);
    }

    @Test
    void eachAdapterTouchesItsLibraryOnly() {
        Map<String, String> libraries = Map.of("SwingLoop", "java.awt..|javax.swing..", "NettyLoop", "io.netty..");
        for (JavaClass adapter : runtime.that(resideInAPackage(ADAPTERS))) {
            List<String> allowed =
                    new ArrayList<>(List.of(ADAPTERS, "dev.fermata.asyncio", "java.lang..", "java.util..", JSPECIFY));
            libraries.forEach((name, packages) -> {
                if (adapter.getName().contains("." + name)) {
                    allowed.addAll(List.of(packages.split("[|]")));
                }
            });
            classes()
                    .that()
                    .haveFullyQualifiedName(adapter.getName())
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(allowed.toArray(new String[0]))
                    .check(runtime);
        }
    }

    @Test
    void nobodyDependsOnAdaptersAndTestTools() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ADAPTERS, TESTING, JUNIT_ROOM)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ADAPTERS, TESTING)
                .check(runtime);
    }

    @Test
    void theBridgeToMicrometerStandsAlone() {
        classes()
                .that()
                .resideInAPackage(BRIDGE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(BRIDGE, "dev.fermata.asyncio", MICROMETER, JAVA, JSPECIFY)
                .check(runtime);
        noClasses()
                .that()
                .resideOutsideOfPackage(BRIDGE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(BRIDGE, MICROMETER)
                .check(runtime);
    }

    @Test
    void theExtensionOfJUnitStandsAlone() {
        classes()
                .that()
                .resideInAPackage(JUNIT_ROOM)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        JUNIT_ROOM, "dev.fermata.asyncio", TESTING, LANGUAGE, MACHINE, JUNIT, JAVA, JSPECIFY)
                .check(runtime);
        noClasses()
                .that()
                .resideOutsideOfPackage(JUNIT_ROOM)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(JUNIT_ROOM, JUNIT)
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
