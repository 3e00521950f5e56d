package dev.fermata.processor.check;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The ways that are not straight on: loops, jumps, exceptions. A loop is walked until nothing new is found, a finally once for each
 * way into it. What has left the code before its end is in {@link Exits}.
 *
 * @param <K> what is followed
 */
abstract class JumpPaths<K> extends BranchPaths<K> {
    JumpPaths(TreePath context, Set<Tree> suspensions, Trees trees, Transfer<K> transfer) {
        super(context, suspensions, trees, transfer);
    }

    @Override
    public @Nullable Void visitWhileLoop(WhileLoopTree tree, @Nullable Void unused) {
        return loop(tree, () -> {
            Outcome<K> found = condition(tree.getCondition());
            now = found.whenTrue();
            scan(tree.getStatement(), null);
            now = Facts.join(now, exits.take(tree, Exits.Kind.CONTINUE));
            return found.whenFalse();
        });
    }

    @Override
    public @Nullable Void visitDoWhileLoop(DoWhileLoopTree tree, @Nullable Void unused) {
        return loop(tree, () -> {
            scan(tree.getStatement(), null);
            now = Facts.join(now, exits.take(tree, Exits.Kind.CONTINUE));
            Outcome<K> found = condition(tree.getCondition());
            now = found.whenTrue();
            return found.whenFalse();
        });
    }

    @Override
    public @Nullable Void visitForLoop(ForLoopTree tree, @Nullable Void unused) {
        scan(tree.getInitializer(), null);
        loop(tree, () -> {
            Outcome<K> found = tree.getCondition() == null ? new Outcome<>(now, null) : condition(tree.getCondition());
            now = found.whenTrue();
            scan(tree.getStatement(), null);
            now = Facts.join(now, exits.take(tree, Exits.Kind.CONTINUE));
            scan(tree.getUpdate(), null);
            return found.whenFalse();
        });
        forget(tree.getInitializer());
        return null;
    }

    @Override
    public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void unused) {
        scan(tree.getExpression(), null);
        loop(tree, () -> {
            suspendAt(tree);
            Facts<K> atEnd = now;
            if (now != null) {
                exits.thrown(now, suspensions.contains(tree) ? null : List.of());
            }
            scan(tree.getVariable(), null);
            scan(tree.getStatement(), null);
            now = Facts.join(now, exits.take(tree, Exits.Kind.CONTINUE));
            return atEnd;
        });
        forget(List.of(tree.getVariable()));
        return null;
    }

    /**
     * Walks through a loop until nothing new comes back to its beginning: there are a few states only, and each round adds one.
     *
     * @param round goes once around, and returns what holds when the loop ends in its head
     */
    private @Nullable Void loop(Tree tree, Supplier<@Nullable Facts<K>> round) {
        Facts<K> before = now;
        Facts<K> entry = Facts.entered(now);
        while (true) {
            now = entry;
            Facts<K> atEnd = round.get();
            Facts<K> after = Facts.join(atEnd, exits.take(tree, Exits.Kind.BREAK));
            Facts<K> next = Facts.join(entry, now);
            if (next == null || next.equals(entry) || hasGivenUp()) {
                now = Facts.left(after, before);
                return null;
            }
            entry = next;
        }
    }

    @Override
    public @Nullable Void visitLabeledStatement(LabeledStatementTree tree, @Nullable Void unused) {
        super.visitLabeledStatement(tree, null);
        now = Facts.join(now, exits.take(tree.getStatement(), Exits.Kind.BREAK));
        return null;
    }

    @Override
    public @Nullable Void visitBreak(BreakTree tree, @Nullable Void unused) {
        return jump(Jumps.target(getCurrentPath()), Exits.Kind.BREAK);
    }

    @Override
    public @Nullable Void visitContinue(ContinueTree tree, @Nullable Void unused) {
        return jump(Jumps.target(getCurrentPath()), Exits.Kind.CONTINUE);
    }

    @Override
    public @Nullable Void visitYield(YieldTree tree, @Nullable Void unused) {
        super.visitYield(tree, null);
        return jump(Jumps.target(getCurrentPath()), Exits.Kind.BREAK);
    }

    @Override
    public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void unused) {
        super.visitReturn(tree, null);
        return jump(context.getLeaf(), Exits.Kind.BREAK);
    }

    private @Nullable Void jump(Tree target, Exits.Kind kind) {
        if (now != null) {
            exits.jumped(target, kind, now);
        }
        now = null;
        return null;
    }

    @Override
    public @Nullable Void visitThrow(ThrowTree tree, @Nullable Void unused) {
        super.visitThrow(tree, null);
        if (now != null) {
            exits.thrown(now, null);
        }
        now = null;
        return null;
    }

    @Override
    public @Nullable Void visitTry(TryTree tree, @Nullable Void unused) {
        Facts<K> start = now;
        Exits<K> outer = exits;
        Exits<K> inner = new Exits<>(trees);
        exits = inner;
        scan(tree.getResources(), null);
        scan(tree.getBlock(), null);
        if (suspensions.contains(tree)) {
            suspendAt(tree);
            inner.map(facts -> transfer.suspended(tree, facts));
        }
        if (now != null && !tree.getResources().isEmpty()) {
            inner.thrown(now, null); // by close
        }
        forget(tree.getResources());
        Facts<K> end = now;
        Exits<K> left = inner.uncaught(tree);
        exits = left;
        for (int i = 0; i < tree.getCatches().size(); i++) {
            TreePath clause = new TreePath(getCurrentPath(), tree.getCatches().get(i));
            Facts<K> arriving = inner.arriving(clause);
            now = Facts.entered(arriving == null ? start : arriving);
            scan(clause.getLeaf(), null);
            end = Facts.join(end, now);
        }
        exits = outer;
        if (tree.getFinallyBlock() == null) {
            outer.addAll(left);
        } else {
            left.through(outer, facts -> {
                now = facts;
                scan(tree.getFinallyBlock(), null);
                return now;
            });
        }
        now = end;
        scan(tree.getFinallyBlock(), null);
        return null;
    }
}
