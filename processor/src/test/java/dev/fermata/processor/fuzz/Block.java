package dev.fermata.processor.fuzz;

import java.util.List;

/** Statements in braces. */
record Block(List<Part> parts) implements Tree {
    Block {
        parts = List.copyOf(parts);
    }

    static Block of(List<Stmt> statements) {
        return new Block(List.copyOf(statements));
    }

    boolean completes() {
        return parts.isEmpty() || !(parts.get(parts.size() - 1) instanceof Stmt last) || last.completes();
    }

    @Override
    public Block with(List<Part> other) {
        return new Block(other);
    }
}
