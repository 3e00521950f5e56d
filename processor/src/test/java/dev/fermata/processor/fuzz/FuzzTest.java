package dev.fermata.processor.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Generated programs behave, rewritten, as they do where await blocks. By default these are a few hundred with fixed seeds;
 * {@code -Dfuzz.programs=50000 -Dfuzz.seed=1000} runs so many others.
 */
final class FuzzTest {
    static final int PROGRAMS = 280;

    /** Above this many programs a run says how far it is. */
    private static final int LONG = 1000;

    /** More candidates than this are not worth waiting for. */
    private static final int CANDIDATES = 3000;

    /** Of a long run, how many in a thousand javac may refuse: it has bugs of its own. */
    private static final int REFUSED = 10;

    @TempDir
    private static Path folder;

    @Test
    void generatedPrograms_rewritten_behaveAsIfAwaitBlocked() {
        int programs = Integer.getInteger("fuzz.programs", PROGRAMS);
        long seed = Long.getLong("fuzz.seed", 0);
        Theatre theatre = new Theatre(folder);
        Fuzzer fuzzer = new Fuzzer(theatre, progress -> {
            if (programs >= LONG) {
                System.out.println("fuzz: " + progress);
            }
        });
        List<Fault> faults = fuzzer.run(seed, programs);
        System.out.println("fuzz: seeds " + seed + " to " + (seed + programs - 1) + " on Java "
                + Runtime.version().feature() + ": " + fuzzer.tally());
        if (!faults.isEmpty()) {
            fail(String.join("\n\n", reports(theatre, faults)));
        }
        if (theatre.refusals().size() > programs * REFUSED / 1000) {
            assertEquals(List.of(), theatre.refusals(), "javac itself should accept what is generated");
        }
    }

    /** One report for each way in which programs fail, and a list of the others. */
    private static List<String> reports(Theatre theatre, List<Fault> faults) {
        List<String> reports = new ArrayList<>();
        List<Fault> shown = new ArrayList<>();
        for (Fault fault : faults) {
            if (shown.stream().anyMatch(other -> other.isLike(fault))) {
                reports.add("and the like with seed " + fault.program().seed());
            } else {
                shown.add(fault);
                reports.add(report(theatre, fault));
            }
        }
        return reports;
    }

    private static String report(Theatre theatre, Fault fault) {
        Batch batch = new Batch(theatre, fault.flavour(), fault.newer(), Scenario::many);
        Fault[] last = {fault};
        Program small = Shrinker.shrink(fault.program(), CANDIDATES, candidate -> {
            List<Fault> found = batch.run(List.of(candidate), new Tally());
            boolean same = !found.isEmpty() && found.get(0).isLike(fault);
            if (same) {
                last[0] = found.get(0);
            }
            return same;
        });
        Path file = Case.write(fault, small, Path.of("target", "fuzz"));
        long seed = fault.program().seed();
        return fault.kind() + " in the program of seed " + seed + ", " + fault.flavour() + "\n" + fault.detail()
                + "\nIt was shrunk to " + file.toAbsolutePath() + "\n" + last[0].detail()
                + "\nTo keep that as a case, put it into processor/src/test/resources/fuzz/cases."
                + "\nTo run the program again: mvn -B -pl processor -am test -Dtest=FuzzTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dfuzz.programs=1 -Dfuzz.seed=" + seed;
    }
}
