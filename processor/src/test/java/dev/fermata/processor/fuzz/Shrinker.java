package dev.fermata.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Makes a program smaller while a predicate holds of it. It knows nothing of Java: what javac refuses, the predicate does not
 * hold of. Three rules do: lists lose some of their statements or members, statements give way to what is in them, and
 * expressions to literals, or to expressions of their type that are in them.
 */
final class Shrinker {
    private final Predicate<Program> predicate;
    private final int most;
    private int tried;
    private Program smallest;

    private Shrinker(Program program, Predicate<Program> predicate, int most) {
        this.smallest = program;
        this.predicate = predicate;
        this.most = most;
    }

    /**
     * Shrinks a program of which the predicate holds.
     *
     * @param most how many candidates may be tried
     */
    static Program shrink(Program program, int most, Predicate<Program> predicate) {
        Shrinker shrinker = new Shrinker(program, predicate, most);
        boolean smaller = true;
        while (smaller && shrinker.tried < most) {
            smaller = shrinker.lists() | shrinker.statements() | shrinker.expressions();
        }
        return shrinker.smallest;
    }

    /** Delta debugging: leaves out half of a list, then quarters, down to single elements. */
    private boolean lists() {
        boolean smaller = false;
        for (Place place : Place.all(smallest)) {
            if (!place.isIn(smallest) || !isList(place.in(smallest))) {
                continue;
            }
            for (int chunk = Math.max(1, place.in(smallest).parts().size()); chunk > 0; chunk /= 2) {
                for (int from = place.in(smallest).parts().size() - chunk; from > -chunk; from -= chunk) {
                    Tree list = place.in(smallest);
                    int start = Math.max(0, from);
                    int end = Math.min(list.parts().size(), from + chunk);
                    if (start < end) {
                        List<Part> parts = new ArrayList<>(list.parts());
                        parts.subList(start, end).clear();
                        smaller |= accept(place.put(smallest, list.with(parts)));
                    }
                }
            }
        }
        return smaller;
    }

    private static boolean isList(Tree tree) {
        return tree instanceof Block
                || tree instanceof Member member && member.parts().stream().allMatch(Member.class::isInstance);
    }

    /** Puts the statements of a statement's blocks in its place, or a statement that is in it. */
    private boolean statements() {
        boolean smaller = false;
        for (Place place : Place.all(smallest)) {
            if (!place.isIn(smallest) || !(place.in(smallest) instanceof Block block)) {
                continue;
            }
            for (int i = block.parts().size() - 1; i >= 0; i--) {
                Tree list = place.in(smallest);
                if (i >= list.parts().size()) {
                    continue;
                }
                for (List<Part> inner : within((Tree) list.parts().get(i))) {
                    List<Part> parts = new ArrayList<>(list.parts());
                    parts.remove(i);
                    parts.addAll(i, inner);
                    if (accept(place.put(smallest, list.with(parts)))) {
                        smaller = true;
                        break;
                    }
                }
            }
        }
        return smaller;
    }

    /** The blocks and statements in a statement at any depth, also those in the bodies of lambdas; the outer ones first. */
    private static List<List<Part>> within(Tree statement) {
        List<List<Part>> all = new ArrayList<>();
        statement.visit(tree -> {
            if (tree instanceof Block block) {
                all.add(block.parts());
            } else if (tree instanceof Stmt inner && inner != statement) {
                all.add(List.of(inner));
            }
        });
        return all;
    }

    /** Puts literals in the places of expressions, or expressions of the same type that are in them; the outer ones first. */
    private boolean expressions() {
        boolean smaller = false;
        for (Place place : Place.all(smallest)) {
            if (place.isIn(smallest) && place.in(smallest) instanceof Expr expr && !expr.isLiteral()) {
                for (Expr simpler : simpler(expr)) {
                    if (accept(place.put(smallest, simpler))) {
                        smaller = true;
                        break;
                    }
                }
            }
        }
        return smaller;
    }

    private static List<Expr> simpler(Expr expr) {
        List<Expr> all = new ArrayList<>();
        all.add(Literals.plain(expr.type()));
        expr.visit(tree -> {
            if (tree instanceof Expr inner && inner != expr && inner.type() == expr.type() && !inner.isLiteral()) {
                all.add(inner);
            }
        });
        return all;
    }

    private boolean accept(Program candidate) {
        if (tried++ < most && predicate.test(candidate)) {
            smallest = candidate;
            return true;
        }
        return false;
    }
}
