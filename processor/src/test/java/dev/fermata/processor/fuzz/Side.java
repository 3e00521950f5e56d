package dev.fermata.processor.fuzz;

import dev.fermata.processor.javac.FermataOptions;
import dev.fermata.processor.javac.FermataProcessor;
import java.util.List;
import javax.annotation.processing.Processor;

/** The two ways in which a program is compiled: as it is, against a language whose await blocks, and rewritten. */
enum Side {
    ORACLE {
        @Override
        List<String> options(Flavour flavour) {
            // The runtime's guard is on the class path of this test, and would miss the processor.
            return List.of("-proc:none", "-Xplugin:FermataGuard off");
        }

        @Override
        List<Processor> processors() {
            return List.of();
        }
    },

    WOVEN {
        @Override
        List<String> options(Flavour flavour) {
            // The optional checks warn of much that generated programs do.
            return flavour.keepsDead()
                    ? List.of("-Afermata.checks=off", "-Afermata.debug")
                    : List.of("-Afermata.checks=off");
        }

        @Override
        List<Processor> processors() {
            return List.of(new FermataProcessor(), new FermataOptions());
        }
    };

    /** What this side's compiler is told besides. */
    abstract List<String> options(Flavour flavour);

    /** Its annotation processors; given as they are, they need not be loaded anew for each of very many compilations. */
    abstract List<Processor> processors();
}
