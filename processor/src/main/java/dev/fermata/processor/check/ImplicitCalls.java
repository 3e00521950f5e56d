package dev.fermata.processor.check;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.fermata.processor.names.RuntimeNames;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Calls that await in async code by the type of what they are called on, whatever class declares the method. A call on
 * {@code super} means one implementation and awaits nothing.
 *
 * @param method the name of the method
 * @param overridden whether another class than those of the runtime declares it
 */
record ImplicitCalls(String method, boolean overridden) {
    /** The simple names of all: a call by another is none of them. */
    static final Set<String> NAMES = Set.of(KnownNames.HAS_NEXT, KnownNames.NEXT, KnownNames.CLOSE);

    /**
     * Returns what a call is, if it is one.
     *
     * @param select the path of the method in it
     */
    static Optional<ImplicitCalls> of(TreePath select, Trees trees) {
        if (!(trees.getElement(select) instanceof ExecutableElement called)
                || !called.getParameters().isEmpty()) {
            return Optional.empty();
        }
        String method = called.getSimpleName().toString();
        String wanted = method.equals(KnownNames.CLOSE) ? RuntimeNames.ASYNC_CLOSEABLE : RuntimeNames.ASYNC_ITERATOR;
        if (!RuntimeTypes.isA(receiver(select, called, trees), wanted)) {
            return Optional.empty();
        }
        return Optional.of(new ImplicitCalls(method, !RuntimeTypes.isMethod(called, wanted, method)));
    }

    private static @Nullable TypeMirror receiver(TreePath select, ExecutableElement called, Trees trees) {
        if (select.getLeaf() instanceof MemberSelectTree member) {
            return isSuper(member) ? null : trees.getTypeMirror(new TreePath(select, member.getExpression()));
        }
        return Inheritance.owner(called).asType();
    }

    private static boolean isSuper(MemberSelectTree member) {
        return member.getExpression() instanceof IdentifierTree identifier
                        && identifier.getName().contentEquals("super")
                || member.getExpression() instanceof MemberSelectTree qualified
                        && qualified.getIdentifier().contentEquals("super");
    }
}
