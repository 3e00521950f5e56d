package dev.fermata.processor.check;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether an assignment to a field reads its old value, awaits, and writes a new value that was made of the old one. Follows
 * the order of evaluation (JLS 15.7) through the new value. Where the old value only decides what is done, as in {@code x = x !=
 * null ? x : await(load())}, nothing is lost.
 */
final class LostUpdates {
    private final Trees trees;
    private final FieldPlace place;
    private boolean read;
    private boolean lost;

    private LostUpdates(Trees trees, FieldPlace place) {
        this.trees = trees;
        this.place = place;
    }

    /** Returns the place that an assignment writes, if an update of it may be lost. */
    static Optional<FieldPlace> of(TreePath assignment, Trees trees) {
        if (assignment.getLeaf() instanceof CompoundAssignmentTree compound) {
            return of(assignment, compound.getVariable(), compound.getExpression(), true, trees);
        }
        AssignmentTree plain = (AssignmentTree) assignment.getLeaf();
        return of(assignment, plain.getVariable(), plain.getExpression(), false, trees);
    }

    private static Optional<FieldPlace> of(
            TreePath assignment, ExpressionTree variable, ExpressionTree value, boolean readFirst, Trees trees) {
        // Most values are short and await nothing; that is cheaper to see than what the variable is.
        if (!Awaits.in(new TreePath(assignment, value), trees)) {
            return Optional.empty();
        }
        return FieldPlace.of(new TreePath(assignment, variable), trees).filter(place -> {
            LostUpdates walk = new LostUpdates(trees, place);
            walk.read = readFirst;
            walk.evaluate(new TreePath(assignment, value), true);
            return walk.lost && !AsyncLocks.mayGuard(assignment, trees);
        });
    }

    /**
     * Goes through an expression.
     *
     * @param isPart whether its value becomes part of the new value
     */
    private void evaluate(TreePath path, boolean isPart) {
        Tree tree = path.getLeaf();
        if (isPart && place.isNamedBy(path, trees)) {
            read = true;
        } else if (tree instanceof MethodInvocationTree call) {
            call(path, call, isPart);
        } else if (tree instanceof ConditionalExpressionTree choice) {
            evaluate(new TreePath(path, choice.getCondition()), false);
            boolean before = read;
            evaluate(new TreePath(path, choice.getTrueExpression()), isPart);
            boolean after = read;
            read = before;
            evaluate(new TreePath(path, choice.getFalseExpression()), isPart);
            read |= after;
        } else if (tree instanceof BinaryTree binary) {
            boolean decides = tree.getKind() == Tree.Kind.CONDITIONAL_AND || tree.getKind() == Tree.Kind.CONDITIONAL_OR;
            evaluate(new TreePath(path, binary.getLeftOperand()), isPart && !decides);
            evaluate(new TreePath(path, binary.getRightOperand()), isPart);
        } else if (tree instanceof SwitchExpressionTree choice) {
            choose(path, choice, isPart);
        } else {
            inOrder(path, tree, isPart);
        }
    }

    private void inOrder(TreePath path, Tree tree, boolean isPart) {
        if (tree instanceof ParenthesizedTree parenthesized) {
            evaluate(new TreePath(path, parenthesized.getExpression()), isPart);
        } else if (tree instanceof TypeCastTree cast) {
            evaluate(new TreePath(path, cast.getExpression()), isPart);
        } else if (tree instanceof UnaryTree unary) {
            evaluate(new TreePath(path, unary.getExpression()), isPart);
        } else if (tree instanceof MemberSelectTree select) {
            evaluate(new TreePath(path, select.getExpression()), isPart);
        } else if (tree instanceof ArrayAccessTree access) {
            evaluate(new TreePath(path, access.getExpression()), isPart);
            evaluate(new TreePath(path, access.getIndex()), false);
        } else if (tree instanceof AssignmentTree assignment) {
            evaluate(new TreePath(path, assignment.getExpression()), isPart);
        } else if (tree instanceof CompoundAssignmentTree assignment) {
            evaluate(new TreePath(path, assignment.getExpression()), isPart);
        } else if (tree instanceof NewClassTree creation) {
            creation.getArguments().forEach(argument -> evaluate(new TreePath(path, argument), isPart));
        } else if (tree instanceof NewArrayTree creation && creation.getInitializers() != null) {
            creation.getInitializers().forEach(element -> evaluate(new TreePath(path, element), isPart));
        }
    }

    private void call(TreePath path, MethodInvocationTree call, boolean isPart) {
        boolean awaits = Awaits.is(path, trees);
        if (!awaits && call.getMethodSelect() instanceof MemberSelectTree select) {
            evaluate(new TreePath(new TreePath(path, select), select.getExpression()), isPart);
        }
        // What is given to the awaited call is its business: it may well look again.
        call.getArguments().forEach(argument -> evaluate(new TreePath(path, argument), isPart && !awaits));
        if (awaits) {
            lost |= read;
        }
    }

    /** Arms that are blocks count as places that await, and not as ones that read. */
    private void choose(TreePath path, SwitchExpressionTree choice, boolean isPart) {
        evaluate(new TreePath(path, choice.getExpression()), false);
        boolean before = read;
        boolean after = read;
        for (CaseTree arm : choice.getCases()) {
            read = before;
            TreePath at = new TreePath(path, arm);
            ExpressionTree guard = CaseHead.of(arm).guard();
            if (guard != null) {
                evaluate(new TreePath(at, guard), false);
            }
            @Nullable Tree body = arm.getBody();
            if (body instanceof ExpressionTree value) {
                evaluate(new TreePath(at, value), isPart);
            } else {
                lost |= read && Awaits.in(at, trees);
            }
            after |= read;
        }
        read = after;
    }
}
