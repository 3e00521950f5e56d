package dev.fermata.processor.check;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.fermata.processor.names.RuntimeNames;
import javax.lang.model.type.TypeMirror;

/** Knows the calls that bind a scoped value for as long as they last: Java 25 has them. */
final class ScopedValues {
    private static final String CARRIER = "java.lang.ScopedValue.Carrier";

    private ScopedValues() {}

    /** Tells whether a call binds for a lambda or method reference that gives a coroutine, which runs later. */
    static boolean givesCoroutine(TreePath call, Trees trees) {
        MethodInvocationTree tree = (MethodInvocationTree) call.getLeaf();
        if (tree.getArguments().size() != 1 || !isFunction(tree.getArguments().get(0))) {
            return false;
        }
        TypeMirror given = trees.getTypeMirror(call);
        return RuntimeTypes.isMethod(
                        trees.getElement(new TreePath(call, tree.getMethodSelect())), CARRIER, KnownNames.CALL)
                && (RuntimeTypes.isA(given, RuntimeNames.COROUTINE)
                        || RuntimeTypes.isA(given, RuntimeNames.ASYNC_GENERATOR));
    }

    private static boolean isFunction(ExpressionTree tree) {
        if (tree instanceof ParenthesizedTree parenthesized) {
            return isFunction(parenthesized.getExpression());
        }
        if (tree instanceof TypeCastTree cast) {
            return isFunction(cast.getExpression());
        }
        return tree instanceof LambdaExpressionTree || tree instanceof MemberReferenceTree;
    }
}
