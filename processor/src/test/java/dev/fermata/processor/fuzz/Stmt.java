package dev.fermata.processor.fuzz;

import java.util.List;

/**
 * A statement.
 *
 * @param completes whether it can complete normally, in the sense of the language
 */
record Stmt(Construct construct, boolean completes, List<Part> parts) implements Tree {
    Stmt {
        parts = List.copyOf(parts);
    }

    static Stmt of(Construct construct, String words, Tree... trees) {
        return new Stmt(construct, true, Tree.parts(words, trees));
    }

    Stmt completing(boolean whether) {
        return new Stmt(construct, whether, parts);
    }

    @Override
    public Stmt with(List<Part> other) {
        return new Stmt(construct, completes, other);
    }
}
