package dev.fermata.processor.check;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/**
 * Finds the calls that run the coroutine of a variable when it has been run before on every path. The facts are united where paths
 * meet, so that "on every path" is a variable that can be in one state only; and a call that is met several times, in a loop or a
 * finally, must come out so each time.
 */
final class RepeatedConsumptions implements Transfer<Element> {
    private static final int CONSUMED = 4;

    private record Use(Tree call, Element variable) {}

    private final Context context;
    private final Trees trees;
    private final Set<Use> repeated = new LinkedHashSet<>();
    private final Set<Use> refuted = new HashSet<>();

    private RepeatedConsumptions(Context context, Trees trees) {
        this.context = context;
        this.trees = trees;
    }

    /** Returns the calls, each with the first of the variables. */
    static Map<Tree, String> of(Context context, Set<Tree> suspensions, Trees trees) {
        RepeatedConsumptions consumptions = new RepeatedConsumptions(context, trees);
        Map<Tree, String> found = new IdentityHashMap<>();
        if (new PathWalk<>(context.path(), suspensions, trees, consumptions).run()) {
            consumptions.repeated.removeAll(consumptions.refuted);
            consumptions.repeated.forEach(use ->
                    found.putIfAbsent(use.call(), use.variable().getSimpleName().toString()));
        }
        return found;
    }

    @Override
    public Facts<Element> called(TreePath call, ExecutableElement method, Facts<Element> facts) {
        if (!ConsumingCalls.is(method, context)) {
            return facts;
        }
        Facts<Element> left = facts;
        for (Element variable : ConsumingCalls.variables(call, context, trees)) {
            (facts.of(variable) == CONSUMED ? repeated : refuted).add(new Use(call.getLeaf(), variable));
            left = left.with(variable, CONSUMED);
        }
        return left;
    }

    @Override
    public Facts<Element> changed(Element variable, Facts<Element> facts) {
        return facts.with(variable, Facts.NOT);
    }

    /** So that what a catch clause runs is not taken to have been run in the try: they are alternatives. */
    @Override
    public boolean isDoneAnyway(ExecutableElement method) {
        return false;
    }

    /** A call that runs a coroutine throws what that throws. */
    @Override
    public boolean mayThrowAnything(ExecutableElement method) {
        return ConsumingCalls.is(method, context);
    }

    @Override
    public Facts<Element> suspended(Tree tree, Facts<Element> facts) {
        return facts;
    }

    @Override
    public Facts<Element> assumed(TreePath call, ExecutableElement method, boolean outcome, Facts<Element> facts) {
        return facts;
    }

    @Override
    public Facts<Element> given(TreePath argument, Facts<Element> facts) {
        return facts;
    }
}
