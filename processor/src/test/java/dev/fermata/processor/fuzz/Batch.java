package dev.fermata.processor.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Programs that are compiled together, with the same flags, and then run one by one. */
final class Batch {
    /** How scenarios are chosen for a program. */
    @FunctionalInterface
    interface Choice {
        List<Scenario> of(Dice dice, int points);
    }

    private static final String MERGED = "it is the body of an equal plain lambda, too, merged by javac";

    private final Theatre theatre;
    private final Flavour flavour;
    private final boolean newer;
    private final Choice choice;

    Batch(Theatre theatre, Flavour flavour, boolean newer, Choice choice) {
        this.theatre = theatre;
        this.flavour = flavour;
        this.newer = newer;
        this.choice = choice;
    }

    /** Runs them, and gives the faults. */
    List<Fault> run(List<Program> programs, Tally tally) {
        Path folder = theatre.folder();
        try {
            Path plain = folder.resolve("oracle");
            Path rewritten = folder.resolve("woven");
            Map<Program, String> refused = Compilation.of(programs, theatre.oracle(), flavour, newer, plain);
            refused.forEach((program, why) -> theatre.refused(program, why));
            tally.refused += refused.size();
            List<Program> accepted = new ArrayList<>(programs);
            accepted.removeAll(refused.keySet());
            Map<Program, String> rejected = Compilation.of(accepted, theatre.woven(), flavour, newer, rewritten);
            Troupe oracle = new Troupe(theatre.oracle(), plain);
            Troupe woven = new Troupe(theatre.woven(), rewritten);
            List<Fault> faults = new ArrayList<>();
            for (Program program : accepted) {
                Fault fault = rejected.containsKey(program)
                        ? rejection(program, oracle, rejected.get(program), tally)
                        : fault(program, oracle, woven, tally);
                if (fault != null) {
                    faults.add(fault);
                }
            }
            tally.faults += faults.size();
            return faults;
        } finally {
            delete(folder);
        }
    }

    /**
     * What is rejected is no fault of ours if javac's own class is bad, as those of 17 are now and then; or if javac, without
     * {@code -g}, has made one method of a coroutine lambda and a plain one.
     */
    private @Nullable Fault rejection(Program program, Troupe oracle, String why, Tally tally) {
        if (why.contains(MERGED)) {
            theatre.refused(program, why);
            tally.refused++;
            return null;
        }
        return isSound(program, oracle, tally) ? fault(Fault.Kind.REJECTED, program, why) : null;
    }

    private @Nullable Fault fault(Program program, Troupe oracle, Troupe woven, Tally tally) {
        tally.add(program);
        try {
            Dice dice = new Dice(~program.seed());
            String difference = Watched.run(program.name(), () -> {
                String found =
                        new Comparison(program, oracle, woven, tally).difference(points -> choice.of(dice, points));
                woven.verify(program);
                return found;
            });
            return difference == null ? null : fault(Fault.Kind.TRACE, program, difference);
        } catch (Watched.Hanging e) {
            return fault(Fault.Kind.HANG, program, String.valueOf(e.getMessage()));
        } catch (VirtualMachineError e) {
            return fault(Fault.Kind.HANG, program, e.toString());
        } catch (LinkageError e) {
            return isSound(program, oracle, tally) ? fault(Fault.Kind.UNVERIFIED, program, e.toString()) : null;
        } catch (NoSuchMethodException | ClassNotFoundException e) {
            // The shrinker has left the beginning out.
            return null;
        } catch (Exception e) {
            throw new IllegalStateException(program.name() + " cannot be run", e);
        }
    }

    private boolean isSound(Program program, Troupe oracle, Tally tally) {
        try {
            oracle.verify(program);
            return true;
        } catch (LinkageError e) {
            theatre.refused(program, e.toString());
            tally.refused++;
            return false;
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private Fault fault(Fault.Kind kind, Program program, String detail) {
        return new Fault(kind, program, flavour, newer, detail);
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
                        throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
