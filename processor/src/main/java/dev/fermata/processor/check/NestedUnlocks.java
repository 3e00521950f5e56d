package dev.fermata.processor.check;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The locks that a lambda, a method reference or a class inside a context unlocks without locking them, as in {@code try
 * (AutoCloseable held = lock::unlock)}: nobody knows when.
 */
final class NestedUnlocks extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final Trees trees;
    private final Tree context;
    private final Set<VariablePath> unlocked = new HashSet<>();
    private final Set<VariablePath> locked = new HashSet<>();
    private boolean unlocksUnknown;
    private boolean inside;

    private NestedUnlocks(Tree context, Trees trees) {
        this.context = context;
        this.trees = trees;
    }

    static NestedUnlocks of(TreePath context, Trees trees) {
        NestedUnlocks search = new NestedUnlocks(context.getLeaf(), trees);
        search.scan(context, null);
        search.unlocked.removeAll(search.locked);
        return search;
    }

    boolean mayUnlock(VariablePath lock) {
        return unlocksUnknown || unlocked.contains(lock);
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
        boolean around = inside;
        inside = tree != context;
        super.visitLambdaExpression(tree, null);
        inside = around;
        return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
        boolean around = inside;
        inside = true;
        super.visitClass(tree, null);
        inside = around;
        return null;
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
        if (tree.getName().contentEquals("unlock")) {
            unlock(VariablePath.of(new TreePath(getCurrentPath(), tree.getQualifierExpression()), trees));
        }
        return super.visitMemberReference(tree, null);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
        if (inside && tree.getMethodSelect() instanceof MemberSelectTree select) {
            Optional<VariablePath> lock =
                    HeldLocks.receiver(getCurrentPath()).flatMap(path -> VariablePath.of(path, trees));
            switch (select.getIdentifier().toString()) {
                case "lock", "lockInterruptibly", "tryLock" -> lock.ifPresent(locked::add);
                case "unlock" -> unlock(lock);
                default -> {}
            }
        }
        return super.visitMethodInvocation(tree, null);
    }

    private void unlock(Optional<VariablePath> lock) {
        lock.ifPresentOrElse(unlocked::add, () -> unlocksUnknown = true);
    }
}
