package dev.fermata.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A piece of a program, and in it others. That a construct is words with trees between them, and not a record of its own,
 * keeps the generator at one line for each construct and the shrinker at three rules for all of them.
 */
sealed interface Tree extends Part permits Expr, Stmt, Block, Member, Program {
    /** The words and trees in it, in order. */
    List<Part> parts();

    /** The same with other parts. */
    Tree with(List<Part> parts);

    /** Reads words, with a tree for each {@code #} in them. */
    static List<Part> parts(String words, Tree... trees) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (Tree tree : trees) {
            int hole = words.indexOf('#', from);
            if (hole < 0) {
                throw new IllegalArgumentException("more trees than holes in: " + words);
            }
            parts.add(new Text(words.substring(from, hole)));
            parts.add(tree);
            from = hole + 1;
        }
        if (words.indexOf('#', from) >= 0) {
            throw new IllegalArgumentException("more holes than trees in: " + words);
        }
        parts.add(new Text(words.substring(from)));
        return parts;
    }

    /** Shows this and all trees below to a visitor. */
    default void visit(Consumer<Tree> visitor) {
        visitor.accept(this);
        for (Part part : parts()) {
            if (part instanceof Tree tree) {
                tree.visit(visitor);
            }
        }
    }
}
