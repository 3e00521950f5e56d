package dev.fermata.processor.check;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.fermata.processor.names.RuntimeNames;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/** Knows the calls that run the coroutines that they are given: a coroutine may be given to one of them once. */
final class ConsumingCalls {
    private static final Set<String> OF_ASYNCIO =
            Set.of(KnownNames.CREATE_TASK, KnownNames.GATHER, KnownNames.WAIT_FOR, KnownNames.RUN);
    private static final Set<String> OF_LOOP = Set.of(KnownNames.CREATE_TASK, KnownNames.RUN_UNTIL_COMPLETE);

    /** The simple names of all: a call by another is none of them. */
    static final Set<String> NAMES = Set.of(
            KnownNames.AWAIT,
            KnownNames.CREATE_TASK,
            KnownNames.GATHER,
            KnownNames.WAIT_FOR,
            KnownNames.RUN,
            KnownNames.RUN_UNTIL_COMPLETE);

    private ConsumingCalls() {}

    /** Tells whether a method is one of them in a context: an await runs nothing but in async code, where alone it may stand. */
    static boolean is(ExecutableElement method, Context context) {
        if (Intrinsic.of(method).filter(it -> it == Intrinsic.AWAIT).isPresent()) {
            return context.kind().isAsync();
        }
        String name = method.getSimpleName().toString();
        Element owner = Inheritance.owner(method);
        return OF_ASYNCIO.contains(name) && RuntimeTypes.isMethod(method, RuntimeNames.ASYNCIO, name)
                || OF_LOOP.contains(name) && RuntimeTypes.isA(owner.asType(), RuntimeNames.EVENT_LOOP)
                || name.equals(KnownNames.CREATE_TASK) && RuntimeTypes.isA(owner.asType(), RuntimeNames.TASK_GROUP);
    }

    /** Returns the variables whose coroutine a call runs, if it is one of them. A variable that is given twice is there once. */
    static Set<Element> variables(TreePath call, Context context, Trees trees) {
        MethodInvocationTree tree = (MethodInvocationTree) call.getLeaf();
        Set<Element> found = new LinkedHashSet<>();
        for (ExpressionTree argument : tree.getArguments()) {
            variable(new TreePath(call, argument), trees).ifPresent(found::add);
        }
        // Most calls by these names are given something else, which is cheaper to see.
        return found.isEmpty()
                        || trees.getElement(new TreePath(call, tree.getMethodSelect()))
                                        instanceof ExecutableElement method
                                && is(method, context)
                ? found
                : Set.of();
    }

    /** What {@code c = f()} gives is what c holds from then on. */
    private static Optional<Element> variable(TreePath path, Trees trees) {
        Tree tree = path.getLeaf();
        if (tree instanceof ParenthesizedTree parenthesized) {
            return variable(new TreePath(path, parenthesized.getExpression()), trees);
        }
        if (tree instanceof TypeCastTree cast) {
            return variable(new TreePath(path, cast.getExpression()), trees);
        }
        if (tree instanceof AssignmentTree assignment) {
            return variable(new TreePath(path, assignment.getVariable()), trees);
        }
        return tree.getKind() == Tree.Kind.IDENTIFIER
                ? Optional.ofNullable(trees.getElement(path)).filter(ConsumingCalls::isLocalCoroutine)
                : Optional.empty();
    }

    /** A field may be given another coroutine by anyone; a task or future may be awaited as often as one likes. */
    private static boolean isLocalCoroutine(Element element) {
        return switch (element.getKind()) {
            case LOCAL_VARIABLE, PARAMETER, RESOURCE_VARIABLE, BINDING_VARIABLE ->
                RuntimeTypes.isExactly(element.asType(), RuntimeNames.COROUTINE);
            default -> false;
        };
    }
}
