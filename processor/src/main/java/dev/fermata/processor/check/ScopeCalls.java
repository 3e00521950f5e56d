package dev.fermata.processor.check;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.fermata.processor.names.RuntimeNames;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;

/** Knows the calls that open a scope for a lambda: a group or a time limit, which ends when the lambda's coroutine does. */
final class ScopeCalls {
    private record ScopeCall(String type, String method) {
        String shown() {
            return RuntimeTypes.simple(type) + "." + method;
        }
    }

    private ScopeCalls() {}

    /** Returns the call that a lambda is given to, as {@code TaskGroup.run}, if it is one that opens a scope. */
    static Optional<String> scopeOf(TreePath lambda, Trees trees) {
        TreePath argument = lambda;
        TreePath around = lambda.getParentPath();
        while (isTransparent(around.getLeaf())) {
            argument = around;
            around = around.getParentPath();
        }
        if (!(around.getLeaf() instanceof MethodInvocationTree call)
                || !call.getArguments().contains(argument.getLeaf())) {
            return Optional.empty();
        }
        Element called = trees.getElement(new TreePath(around, call.getMethodSelect()));
        return Stream.of(
                        new ScopeCall(RuntimeNames.TASK_GROUP, KnownNames.RUN),
                        new ScopeCall(RuntimeNames.ASYNCIO, KnownNames.TIMEOUT),
                        new ScopeCall(RuntimeNames.ASYNCIO, KnownNames.MOVE_ON_AFTER))
                .filter(scope -> RuntimeTypes.isMethod(called, scope.type(), scope.method()))
                .map(ScopeCall::shown)
                .findFirst();
    }

    private static boolean isTransparent(Tree tree) {
        return tree instanceof ParenthesizedTree
                || tree instanceof TypeCastTree
                || tree instanceof ConditionalExpressionTree;
    }
}
