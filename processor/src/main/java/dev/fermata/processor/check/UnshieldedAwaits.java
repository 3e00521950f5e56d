package dev.fermata.processor.check;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.fermata.processor.names.RuntimeNames;
import org.jspecify.annotations.Nullable;

/** Knows the awaits of a clean-up that a second cancellation would end. */
final class UnshieldedAwaits {
    private UnshieldedAwaits() {}

    /**
     * Tells whether a call of await is one: in a finally block of its context, at any depth, and without a call of {@code shield}
     * anywhere in its arguments. Where that is in a lambda, as in {@code await(retry(() -> shield(..)))}, it is taken to do.
     */
    static boolean is(TreePath await, Context context, Trees trees) {
        return isInFinally(await, context) && !holdsShield(await, trees);
    }

    private static boolean isInFinally(TreePath await, Context context) {
        Tree inside = await.getLeaf();
        for (TreePath at = await.getParentPath(); inside != context.path().getLeaf(); at = at.getParentPath()) {
            if (at.getLeaf() instanceof TryTree around && inside == around.getFinallyBlock()) {
                return true;
            }
            inside = at.getLeaf();
        }
        return false;
    }

    private static boolean holdsShield(TreePath await, Trees trees) {
        boolean[] found = new boolean[1];
        TreePathScanner<@Nullable Void, @Nullable Void> search = new TreePathScanner<>() {
            @Override
            public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
                found[0] |= RuntimeTypes.isMethod(
                        trees.getElement(new TreePath(getCurrentPath(), tree.getMethodSelect())),
                        RuntimeNames.ASYNCIO,
                        KnownNames.SHIELD);
                return super.visitMethodInvocation(tree, null);
            }
        };
        ((MethodInvocationTree) await.getLeaf())
                .getArguments()
                .forEach(argument -> search.scan(new TreePath(await, argument), null));
        return found[0];
    }
}
