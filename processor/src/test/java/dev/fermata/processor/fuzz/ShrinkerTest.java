package dev.fermata.processor.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The shrinker, with something simpler to look for than a fault. */
final class ShrinkerTest {
    private static final Predicate<Program> AWAITS_IN_FINALLY = program -> {
        AtomicInteger found = new AtomicInteger();
        program.visit(tree -> {
            if (tree instanceof Stmt stmt && stmt.construct() == Construct.TRY_FINALLY) {
                Tree last = (Tree) stmt.parts().get(stmt.parts().size() - 2);
                found.addAndGet(Printer.print(last).contains("await(") ? 1 : 0);
            }
        });
        return found.get() > 0;
    };

    private static Program large() {
        return LongStream.range(0, 2000)
                .mapToObj(seed -> ProgramGenerator.of(seed, false))
                .filter(AWAITS_IN_FINALLY)
                .filter(program -> program.source().length() > 6000)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shrink_largeProgram_leavesLittleMoreThanThePredicateNeeds() {
        Program small = Shrinker.shrink(large(), 100_000, AWAITS_IN_FINALLY);
        assertTrue(AWAITS_IN_FINALLY.test(small));
        long trees = Place.all(small).size();
        assertTrue(trees <= 20, () -> trees + " trees are left:\n" + small.source());
    }

    @Test
    void shrink_nothingToSpare_givesTheProgramBack() {
        Program program = large();
        assertEquals(program, Shrinker.shrink(program, 100_000, program::equals));
    }

    @Test
    void shrink_fewTries_triesNoMore() {
        AtomicInteger tried = new AtomicInteger();
        Shrinker.shrink(large(), 50, candidate -> tried.incrementAndGet() < 0);
        assertEquals(50, tried.get());
    }

    @Test
    void shrink_resultIsSmallest_noStatementCanGo() {
        Program small = Shrinker.shrink(large(), 100_000, AWAITS_IN_FINALLY);
        for (Place place : Place.all(small)) {
            if (place.in(small) instanceof Expr expr && !expr.isLiteral()) {
                assertFalse(AWAITS_IN_FINALLY.test(place.put(small, Literals.plain(expr.type()))));
            }
        }
    }
}
