package dev.fermata.processor.fuzz;

import java.util.List;

/** An expression. It can stand wherever one of its type can: what binds loosely has its own parentheses. */
record Expr(Type type, Construct construct, List<Part> parts) implements Tree {
    Expr {
        parts = List.copyOf(parts);
    }

    static Expr of(Type type, Construct construct, String words, Tree... trees) {
        return new Expr(type, construct, Tree.parts(words, trees));
    }

    boolean isLiteral() {
        return construct == Construct.LITERAL;
    }

    @Override
    public Expr with(List<Part> other) {
        return new Expr(type, construct, other);
    }
}
