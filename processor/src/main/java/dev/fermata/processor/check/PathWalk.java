package dev.fermata.processor.check;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/**
 * Follows the paths through the trees of one context, in the order of evaluation, with {@link Facts} that a {@link Transfer} makes of
 * what happens on them. Lambdas and classes are other contexts and are passed over.
 *
 * <p>Trees rather than the compiled body: the truth is the same, and the trees have the places and names to report. A walk that
 * takes too long, as through loops nested many levels deep, gives up and has found nothing.
 *
 * @param <K> what is followed
 */
final class PathWalk<K> extends JumpPaths<K> {
    /**
     * Makes a walk.
     *
     * @param context the code of a method, lambda, field or block
     * @param suspensions the trees of the context at which it suspends
     */
    PathWalk(TreePath context, Set<Tree> suspensions, Trees trees, Transfer<K> transfer) {
        super(context, suspensions, trees, transfer);
    }

    /** Walks, and tells whether it came to the end. */
    boolean run() {
        scan(body(), null);
        return !hasGivenUp();
    }

    private TreePath body() {
        Tree tree = context.getLeaf();
        if (tree instanceof MethodTree method) {
            return new TreePath(context, method.getBody());
        }
        if (tree instanceof LambdaExpressionTree lambda) {
            return new TreePath(context, lambda.getBody());
        }
        // The code of a field is its initialiser; a block is its own code.
        return tree instanceof VariableTree field ? new TreePath(context, field.getInitializer()) : context;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
        boolean asked = isAsked(tree);
        super.visitMethodInvocation(tree, null);
        boolean suspends = suspensions.contains(tree);
        suspendAt(tree);
        Facts<K> facts = now;
        if (facts == null
                || !(trees.getElement(new TreePath(getCurrentPath(), tree.getMethodSelect()))
                        instanceof ExecutableElement method)) {
            return null;
        }
        facts = give(tree.getArguments(), facts);
        Facts<K> after = transfer.called(getCurrentPath(), method, facts);
        // An awaited coroutine throws what it likes, whatever await declares.
        boolean throwsAnything = suspends || transfer.mayThrowAnything(method);
        exits.thrown(transfer.isDoneAnyway(method) ? after : facts, throwsAnything ? null : method.getThrownTypes());
        now = after;
        if (asked) {
            cameOut(new Outcome<>(
                    transfer.assumed(getCurrentPath(), method, true, after),
                    transfer.assumed(getCurrentPath(), method, false, after)));
        }
        return null;
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
        scan(tree.getEnclosingExpression(), null);
        scan(tree.getArguments(), null);
        if (now != null) {
            now = give(tree.getArguments(), now);
            exits.thrown(
                    now,
                    trees.getElement(getCurrentPath()) instanceof ExecutableElement constructor
                            ? constructor.getThrownTypes()
                            : null);
        }
        return null;
    }

    private Facts<K> give(List<? extends ExpressionTree> arguments, Facts<K> facts) {
        Facts<K> left = facts;
        for (ExpressionTree argument : arguments) {
            left = transfer.given(new TreePath(getCurrentPath(), argument), left);
        }
        return left;
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
        super.visitAssignment(tree, null);
        change(trees.getElement(new TreePath(getCurrentPath(), tree.getVariable())));
        return null;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
        scan(tree.getInitializer(), null);
        change(trees.getElement(getCurrentPath()));
        return null;
    }

    @Override
    public @Nullable Void visitBlock(BlockTree tree, @Nullable Void unused) {
        super.visitBlock(tree, null);
        forget(tree.getStatements());
        return null;
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
        return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
        return null;
    }

    /** Assertions are off most of the time. */
    @Override
    public @Nullable Void visitAssert(AssertTree tree, @Nullable Void unused) {
        return null;
    }
}
