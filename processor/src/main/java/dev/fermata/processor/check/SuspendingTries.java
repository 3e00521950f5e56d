package dev.fermata.processor.check;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import dev.fermata.processor.names.RuntimeNames;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Knows the tries of async code in whose block or resources something suspends, and what may stop a CancelledError there. */
final class SuspendingTries {
    private static final List<String> TAKES_CANCELLATION =
            List.of("java.lang.Throwable", "java.lang.Error", RuntimeNames.CANCELLED_ERROR);

    private final Trees trees;
    private final Set<TryTree> known = Collections.newSetFromMap(new IdentityHashMap<>());

    SuspendingTries(Trees trees) {
        this.trees = trees;
    }

    /**
     * Remembers a try, if something suspends in it.
     *
     * @param sites the sites of its resources and block
     */
    void remember(TryTree tree, List<Site> sites, Context context) {
        for (Site site : sites) {
            if (site instanceof Site.Suspension suspension
                    && suspension.context() == context
                    && !(site instanceof Site.Call call && call.intrinsic().isYield())) {
                known.add(tree);
                return;
            }
        }
    }

    /** Returns the type by which a catch clause takes CancelledError and keeps it. */
    Optional<String> swallowedBy(TreePath path) {
        TryTree around = (TryTree) path.getParentPath().getLeaf();
        CatchTree clause = (CatchTree) path.getLeaf();
        if (!known.contains(around)) {
            return Optional.empty();
        }
        for (CatchTree earlier : around.getCatches()) {
            if (earlier == clause) {
                break;
            }
            if (taken(new TreePath(path.getParentPath(), earlier)).isPresent()) {
                return Optional.empty();
            }
        }
        return taken(path).filter(type -> !hasThrow(clause.getBlock()));
    }

    private Optional<String> taken(TreePath clause) {
        TreePath parameter = new TreePath(clause, ((CatchTree) clause.getLeaf()).getParameter());
        TreePath type = new TreePath(
                parameter, ((CatchTree) clause.getLeaf()).getParameter().getType());
        List<? extends Tree> types =
                type.getLeaf() instanceof UnionTypeTree union ? union.getTypeAlternatives() : List.of(type.getLeaf());
        return types.stream()
                .map(each -> trees.getTypeMirror(new TreePath(type, each)))
                .flatMap(each -> TAKES_CANCELLATION.stream().filter(name -> isExactly(each, name)))
                .map(RuntimeTypes::simple)
                .findFirst();
    }

    private static boolean isExactly(@Nullable TypeMirror type, String name) {
        return type != null && RuntimeTypes.isExactly(type, name);
    }

    private static boolean hasThrow(BlockTree block) {
        boolean[] found = new boolean[1];
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitThrow(ThrowTree tree, @Nullable Void unused) {
                found[0] = true;
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
        }.scan(block, null);
        return found[0];
    }

    /** Tells whether a return, break or continue leaves the finally of such a try. */
    boolean isLeftBy(TreePath jump, Context context) {
        if (known.isEmpty()) {
            return false;
        }
        Tree end = jump.getLeaf() instanceof ReturnTree ? context.path().getLeaf() : Jumps.target(jump);
        Tree inside = jump.getLeaf();
        for (TreePath at = jump.getParentPath(); at.getLeaf() != end; at = at.getParentPath()) {
            if (at.getLeaf() instanceof TryTree around
                    && inside == around.getFinallyBlock()
                    && known.contains(around)) {
                return true;
            }
            inside = at.getLeaf();
        }
        return false;
    }
}
