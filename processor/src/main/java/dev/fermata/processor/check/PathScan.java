package dev.fermata.processor.check;

import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * A walk through the trees of one context in the order of evaluation: where it is, what holds there, and the paths that have left
 * before. Which way it goes is said by its subclasses, a layer each: {@link BranchPaths}, {@link JumpPaths}, {@link PathWalk}.
 *
 * @param <K> what is followed
 */
abstract class PathScan<K> extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private static final int MOST_STEPS = 200_000;

    final Trees trees;
    final TreePath context;
    final Set<Tree> suspensions;
    final Transfer<K> transfer;
    /** What holds at this point; null where no path comes along. */
    @Nullable
    Facts<K> now = Facts.none();

    Exits<K> exits;
    private int steps;

    PathScan(TreePath context, Set<Tree> suspensions, Trees trees, Transfer<K> transfer) {
        this.context = context;
        this.suspensions = suspensions;
        this.trees = trees;
        this.transfer = transfer;
        this.exits = new Exits<>(trees);
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
        return ++steps < MOST_STEPS ? super.scan(tree, null) : null;
    }

    /** Tells whether the walk has taken too long: from then on it passes over everything, and what it has found is not all. */
    final boolean hasGivenUp() {
        return steps >= MOST_STEPS;
    }

    final void suspendAt(Tree tree) {
        if (now != null && suspensions.contains(tree)) {
            now = transfer.suspended(tree, now);
        }
    }

    final void change(@Nullable Element variable) {
        if (now != null && variable != null) {
            now = transfer.changed(variable, now);
        }
    }

    /** The variables that statements have declared are not there any more. */
    final void forget(List<? extends Tree> statements) {
        for (Tree statement : statements) {
            if (statement instanceof VariableTree) {
                change(trees.getElement(new TreePath(getCurrentPath(), statement)));
            }
        }
    }
}
