package dev.fermata.processor.check;

import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/**
 * Finds the suspensions at which a {@code Lock} may be held that the same context took. Where a lock is unlocked by another name,
 * given away, or unlocked in code that is called at another time, it is not known to be held any more.
 */
final class HeldLocks implements Transfer<VariablePath> {
    private static final String LOCK = "java.util.concurrent.locks.Lock";
    private static final int HELD = 4;

    private final Trees trees;
    private final NestedUnlocks nested;
    private final Map<VariablePath, String> shown = new HashMap<>();
    private final Map<Tree, String> found = new IdentityHashMap<>();

    private HeldLocks(TreePath context, Trees trees) {
        this.trees = trees;
        this.nested = NestedUnlocks.of(context, trees);
    }

    /** Returns the suspensions, each with the lock that was taken last, as it stands in the source. */
    static Map<Tree, String> of(TreePath context, Set<Tree> suspensions, Trees trees) {
        HeldLocks held = new HeldLocks(context, trees);
        return new PathWalk<>(context, suspensions, trees, held).run() ? held.found : Map.of();
    }

    /** Tells whether a method is called on a lock. */
    static boolean isOnLock(TreePath call, Trees trees) {
        return receiver(call)
                .filter(receiver -> RuntimeTypes.isA(trees.getTypeMirror(receiver), LOCK))
                .isPresent();
    }

    /** Returns the expression that a method is called on, if it is written. */
    static Optional<TreePath> receiver(TreePath call) {
        Tree select = ((MethodInvocationTree) call.getLeaf()).getMethodSelect();
        return select instanceof MemberSelectTree member
                ? Optional.of(new TreePath(new TreePath(call, select), member.getExpression()))
                : Optional.empty();
    }

    @Override
    public Facts<VariablePath> suspended(Tree tree, Facts<VariablePath> facts) {
        @Nullable VariablePath held = null;
        for (VariablePath lock : facts.keys()) {
            if ((facts.of(lock) & (HELD | Facts.UNSURE)) == HELD) {
                held = lock;
            }
        }
        if (held != null) {
            found.put(tree, shown.getOrDefault(held, ""));
        }
        return facts;
    }

    @Override
    public Facts<VariablePath> called(TreePath call, ExecutableElement method, Facts<VariablePath> facts) {
        String name = method.getSimpleName().toString();
        if (isOnLock(call, trees)) {
            return switch (name) {
                case "lock", "lockInterruptibly" -> locked(call, facts);
                case "unlock" -> unlocked(call, facts);
                default -> facts;
            };
        }
        // Somebody's own method may well unlock what it is named for.
        return mayUnlock(name) && !isOfPlatform(method) ? Facts.none() : facts;
    }

    private static boolean mayUnlock(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("unlock") || lower.contains("release");
    }

    private static boolean isOfPlatform(ExecutableElement method) {
        String type = Inheritance.owner(method).getQualifiedName().toString();
        return type.startsWith("java.") || type.startsWith("dev.fermata.");
    }

    private Facts<VariablePath> locked(TreePath call, Facts<VariablePath> facts) {
        Optional<TreePath> receiver = receiver(call);
        return receiver.flatMap(path -> VariablePath.of(path, trees))
                .filter(lock -> !nested.mayUnlock(lock))
                .map(lock -> {
                    shown.put(lock, receiver.get().getLeaf().toString());
                    return facts.with(lock, HELD);
                })
                .orElse(facts);
    }

    private Facts<VariablePath> unlocked(TreePath call, Facts<VariablePath> facts) {
        VariablePath lock =
                receiver(call).flatMap(path -> VariablePath.of(path, trees)).orElse(null);
        if (lock == null) {
            return Facts.none();
        }
        Facts<VariablePath> left = facts.with(lock, Facts.NOT);
        if (facts.of(lock) == Facts.NOT) {
            // None that is known: it may be any of them by another name.
            for (VariablePath other : facts.keys()) {
                left = other.isBeside(lock) ? left : left.with(other, Facts.NOT);
            }
        }
        return left;
    }

    @Override
    public Facts<VariablePath> assumed(
            TreePath call, ExecutableElement method, boolean outcome, Facts<VariablePath> facts) {
        if (!isOnLock(call, trees)) {
            return facts;
        }
        return switch (method.getSimpleName().toString()) {
            case "tryLock" -> outcome ? locked(call, facts) : facts;
            case "isHeldByCurrentThread" ->
                outcome
                        ? facts
                        : receiver(call).map(receiver -> given(receiver, facts)).orElse(facts);
            default -> facts;
        };
    }

    @Override
    public Facts<VariablePath> given(TreePath argument, Facts<VariablePath> facts) {
        return VariablePath.of(argument, trees)
                .map(lock -> facts.with(lock, Facts.NOT))
                .orElse(facts);
    }

    @Override
    public Facts<VariablePath> changed(Element variable, Facts<VariablePath> facts) {
        Facts<VariablePath> left = facts;
        for (VariablePath lock : facts.keys()) {
            left = lock.leadsThrough(variable) ? left.with(lock, Facts.NOT) : left;
        }
        return left;
    }

    @Override
    public boolean isDoneAnyway(ExecutableElement method) {
        return method.getSimpleName().contentEquals("unlock");
    }
}
