package dev.fermata.processor.check;

import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.Set;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Looks for what keeps other tasks away: locks and semaphores that are awaited. */
final class AsyncLocks {
    private static final String ROOM = "dev.fermata.asyncio.sync.";
    private static final Set<String> TAKING = Set.of("acquire", "hold");
    private static final String WITH = "with";

    private AsyncLocks() {}

    /**
     * Tells whether such a lock may be held at a place. One that is a resource is held in its try. All others are not followed
     * through the paths: any that the function around takes anywhere is given the benefit of the doubt, since how a lock guards
     * what is known to the programmer only.
     */
    static boolean mayGuard(TreePath place, Trees trees) {
        TreePath function = place;
        for (TreePath at = place; at != null && !(at.getLeaf() instanceof MethodTree); at = at.getParentPath()) {
            function = at.getLeaf() instanceof LambdaExpressionTree ? at : function;
            if (at.getParentPath() != null && at.getParentPath().getLeaf() instanceof MethodTree) {
                function = at.getParentPath();
            }
            if (at.getLeaf() instanceof MethodInvocationTree call && isOnLock(at, call, Set.of(WITH), trees)
                    || isInTryOfLock(at, trees)) {
                return true;
            }
        }
        return takes(function, trees);
    }

    private static boolean isInTryOfLock(TreePath at, Trees trees) {
        return at.getParentPath() != null
                && at.getParentPath().getLeaf() instanceof TryTree around
                && at.getLeaf() == around.getBlock()
                && around.getResources().stream()
                        .anyMatch(resource -> takes(new TreePath(at.getParentPath(), resource), trees));
    }

    /** Tells whether code takes such a lock, in a place from where it does not end with a try. */
    private static boolean takes(TreePath code, Trees trees) {
        boolean[] found = new boolean[1];
        new TreePathScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitTry(TryTree tree, @Nullable Void unused) {
                scan(tree.getBlock(), null);
                scan(tree.getCatches(), null);
                return scan(tree.getFinallyBlock(), null);
            }

            @Override
            public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
                found[0] |= isOnLock(getCurrentPath(), tree, TAKING, trees);
                return super.visitMethodInvocation(tree, null);
            }
        }.scan(code, null);
        return found[0];
    }

    private static boolean isOnLock(TreePath path, MethodInvocationTree call, Set<String> methods, Trees trees) {
        Tree select = call.getMethodSelect();
        if (!(select instanceof MemberSelectTree member)
                || !methods.contains(member.getIdentifier().toString())) {
            return false;
        }
        TypeMirror type = trees.getTypeMirror(new TreePath(new TreePath(path, select), member.getExpression()));
        return type instanceof DeclaredType declared
                && declared.asElement().toString().startsWith(ROOM);
    }
}
