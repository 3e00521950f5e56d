package dev.fermata.processor.fuzz;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A whole program: one source file whose main class has the name of the file. */
record Program(long seed, String name, List<Part> parts) implements Tree {
    Program {
        parts = List.copyOf(parts);
    }

    @Override
    public Program with(List<Part> other) {
        return new Program(seed, name, other);
    }

    String source() {
        return Printer.print(this);
    }

    /** Whether it has classes whose initialisation is part of its trace, so that each run needs them anew. */
    boolean isFresh() {
        return source().contains("class " + name + "Init");
    }

    /** What it is made of. */
    Set<Construct> constructs() {
        Set<Construct> all = EnumSet.noneOf(Construct.class);
        visit(tree -> {
            if (tree instanceof Expr expr) {
                all.add(expr.construct());
            } else if (tree instanceof Stmt stmt) {
                all.add(stmt.construct());
            } else if (tree instanceof Member member) {
                all.add(member.construct());
            }
        });
        return all;
    }
}
