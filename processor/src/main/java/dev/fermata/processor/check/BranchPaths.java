package dev.fermata.processor.check;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ways through conditions and branches: what is known after a condition by how it came out, and where branches meet.
 *
 * @param <K> what is followed
 */
abstract class BranchPaths<K> extends PathScan<K> {
    /** What a condition says: null where it cannot come out so. */
    record Outcome<K>(@Nullable Facts<K> whenTrue, @Nullable Facts<K> whenFalse) {}

    /** The tree that is wanted as a condition, and what has come of it. */
    private @Nullable Tree condition;

    private @Nullable Outcome<K> outcome;
    /** What holds where the next arm of the innermost switch is tried. */
    private @Nullable Facts<K> tried;

    BranchPaths(TreePath context, Set<Tree> suspensions, Trees trees, Transfer<K> transfer) {
        super(context, suspensions, trees, transfer);
    }

    /** Tells whether a tree is wanted as a condition: who can tell how it comes out does so by {@link #cameOut}. */
    final boolean isAsked(Tree tree) {
        return tree == condition;
    }

    final void cameOut(Outcome<K> found) {
        outcome = found;
    }

    /** Walks through a condition. */
    final Outcome<K> condition(ExpressionTree tree) {
        condition = tree;
        outcome = null;
        scan(tree, null);
        Outcome<K> found = outcome == null ? new Outcome<>(now, now) : outcome;
        condition = null;
        outcome = null;
        return found;
    }

    private @Nullable Void conclude(boolean asked, Outcome<K> found) {
        now = Facts.join(found.whenTrue(), found.whenFalse());
        outcome = asked ? found : null;
        return null;
    }

    @Override
    public @Nullable Void visitParenthesized(ParenthesizedTree tree, @Nullable Void unused) {
        boolean asked = isAsked(tree);
        return conclude(asked, condition(tree.getExpression()));
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void unused) {
        if (tree.getKind() != Tree.Kind.LOGICAL_COMPLEMENT) {
            return super.visitUnary(tree, null);
        }
        boolean asked = isAsked(tree);
        Outcome<K> inner = condition(tree.getExpression());
        return conclude(asked, new Outcome<>(inner.whenFalse(), inner.whenTrue()));
    }

    @Override
    public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void unused) {
        boolean and = tree.getKind() == Tree.Kind.CONDITIONAL_AND;
        if (!and && tree.getKind() != Tree.Kind.CONDITIONAL_OR) {
            return super.visitBinary(tree, null);
        }
        boolean asked = isAsked(tree);
        Outcome<K> left = condition(tree.getLeftOperand());
        Facts<K> before = now;
        now = Facts.entered(and ? left.whenTrue() : left.whenFalse());
        Outcome<K> right = condition(tree.getRightOperand());
        Facts<K> whenTrue = and ? right.whenTrue() : Facts.join(left.whenTrue(), right.whenTrue());
        Facts<K> whenFalse = and ? Facts.join(left.whenFalse(), right.whenFalse()) : right.whenFalse();
        return conclude(asked, new Outcome<>(Facts.left(whenTrue, before), Facts.left(whenFalse, before)));
    }

    @Override
    public @Nullable Void visitLiteral(LiteralTree tree, @Nullable Void unused) {
        if (isAsked(tree) && tree.getValue() instanceof Boolean value) {
            outcome = value ? new Outcome<>(now, null) : new Outcome<>(null, now);
        }
        return null;
    }

    @Override
    public @Nullable Void visitIf(IfTree tree, @Nullable Void unused) {
        return branch(tree.getCondition(), tree.getThenStatement(), tree.getElseStatement());
    }

    @Override
    public @Nullable Void visitConditionalExpression(ConditionalExpressionTree tree, @Nullable Void unused) {
        return branch(tree.getCondition(), tree.getTrueExpression(), tree.getFalseExpression());
    }

    private @Nullable Void branch(ExpressionTree asked, Tree whenTrue, @Nullable Tree whenFalse) {
        Outcome<K> found = condition(asked);
        Facts<K> before = Facts.join(found.whenTrue(), found.whenFalse());
        now = Facts.entered(found.whenTrue());
        scan(whenTrue, null);
        Facts<K> one = now;
        now = Facts.entered(found.whenFalse());
        scan(whenFalse, null);
        // Where only one branch goes on, the condition is still known.
        now = one == null || now == null ? Facts.join(one, now) : Facts.left(Facts.join(one, now), before);
        return null;
    }

    @Override
    public @Nullable Void visitSwitch(SwitchTree tree, @Nullable Void unused) {
        return choose(tree, tree.getExpression(), tree.getCases(), false);
    }

    @Override
    public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void unused) {
        return choose(tree, tree.getExpression(), tree.getCases(), true);
    }

    private @Nullable Void choose(Tree tree, ExpressionTree selector, List<? extends CaseTree> cases, boolean isValue) {
        scan(selector, null);
        Facts<K> before = now;
        Facts<K> around = tried;
        tried = Facts.entered(now);
        Facts<K> through = null;
        Facts<K> end = null;
        boolean isExhaustive = isValue;
        for (CaseTree arm : cases) {
            // No constants: default, or patterns, which must be exhaustive.
            isExhaustive |= arm.getExpressions().isEmpty();
            now = through;
            scan(arm, null);
            if (arm.getCaseKind() == CaseTree.CaseKind.RULE) {
                end = Facts.join(end, now);
            } else {
                through = now;
            }
        }
        end = Facts.join(Facts.join(end, through), exits.take(tree, Exits.Kind.BREAK));
        // Without default, all values may have been thought of all the same.
        now = Facts.left(isExhaustive ? end : Facts.entered(Facts.join(end, tried)), before);
        tried = around;
        return null;
    }

    /** Comes with what falls through to it, and is entered with what holds where its labels are tried, too. */
    @Override
    public @Nullable Void visitCase(CaseTree tree, @Nullable Void unused) {
        Facts<K> falling = now;
        CaseHead head = CaseHead.of(tree);
        now = tried;
        scan(head.labels(), null);
        if (head.guard() != null) {
            Outcome<K> found = condition(head.guard());
            tried = Facts.join(tried, Facts.entered(found.whenFalse()));
            now = Facts.entered(found.whenTrue());
        }
        now = Facts.join(now, falling);
        return tree.getCaseKind() == CaseTree.CaseKind.RULE
                ? scan(tree.getBody(), null)
                : scan(tree.getStatements(), null);
    }
}
