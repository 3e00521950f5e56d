package dev.fermata.processor.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs that once showed a fault show none, with any flags. */
final class CasesTest {
    /** Each flag both ways, and each kind of debug tables. */
    private static final List<Integer> FLAVOURS = List.of(0, 3, 7, 14, 23);

    private static final boolean NEWER = Runtime.version().feature() >= 21;

    @TempDir
    private static Path folder;

    @Test
    void keptPrograms_withAnyFlags_behaveAsIfAwaitBlocked() {
        Theatre theatre = new Theatre(folder);
        Tally tally = new Tally();
        for (int number : FLAVOURS) {
            Flavour flavour = Flavour.of(number);
            boolean newer = NEWER && !flavour.seventeen();
            Batch batch = new Batch(theatre, flavour, newer, Scenario::many);
            List<Program> programs = Case.all().stream()
                    .filter(each -> newer || !each.newer())
                    .map(Case::program)
                    .toList();
            List<Fault> faults = batch.run(programs, tally);
            assertTrue(
                    faults.isEmpty(),
                    () -> faults.get(0).program().name() + ", " + flavour + ": "
                            + faults.get(0).kind() + " " + faults.get(0).detail());
        }
        assertEquals(List.of(), theatre.refusals());
    }
}
