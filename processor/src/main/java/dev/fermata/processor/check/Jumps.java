package dev.fermata.processor.check;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/** Finds where break, continue and the yield of a switch go (JLS 14.15, 14.16, 14.21). */
final class Jumps {
    private Jumps() {}

    /** Returns the loop, switch or labelled statement that a jump ends or goes on with. */
    static Tree target(TreePath jump) {
        Tree tree = jump.getLeaf();
        @Nullable Name label = label(tree);
        TreePath at = jump.getParentPath();
        while (!(label == null ? isTarget(tree, at.getLeaf()) : isLabelled(at.getLeaf(), label))) {
            at = at.getParentPath();
        }
        return at.getLeaf() instanceof LabeledStatementTree labelled ? labelled.getStatement() : at.getLeaf();
    }

    private static @Nullable Name label(Tree jump) {
        if (jump instanceof BreakTree leaving) {
            return leaving.getLabel();
        }
        return jump instanceof ContinueTree next ? next.getLabel() : null;
    }

    private static boolean isTarget(Tree jump, Tree around) {
        if (jump instanceof BreakTree) {
            return isLoop(around) || around instanceof SwitchTree;
        }
        return jump instanceof ContinueTree ? isLoop(around) : around instanceof SwitchExpressionTree;
    }

    private static boolean isLabelled(Tree tree, Name label) {
        return tree instanceof LabeledStatementTree labelled
                && labelled.getLabel().equals(label);
    }

    private static boolean isLoop(Tree tree) {
        return tree instanceof ForLoopTree
                || tree instanceof EnhancedForLoopTree
                || tree instanceof WhileLoopTree
                || tree instanceof DoWhileLoopTree;
    }
}
