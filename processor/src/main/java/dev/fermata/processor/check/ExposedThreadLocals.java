package dev.fermata.processor.check;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/**
 * Finds the calls of {@code ThreadLocal.set} after which the context suspends and then uses the same variable again. What is
 * followed is the calls.
 */
final class ExposedThreadLocals implements Transfer<ExposedThreadLocals.Setting> {
    private static final String THREAD_LOCAL = "java.lang.ThreadLocal";
    private static final int SET = 4;
    private static final int CROSSED = 8;

    private final Trees trees;
    private final Set<Tree> found = Collections.newSetFromMap(new IdentityHashMap<>());

    private ExposedThreadLocals(Trees trees) {
        this.trees = trees;
    }

    /** A call that sets a variable. */
    record Setting(Tree call, VariablePath variable) {}

    /**
     * Returns the calls.
     *
     * @param suspensions where other tasks run: yields are not among them
     */
    static Set<Tree> of(TreePath context, Set<Tree> suspensions, Trees trees) {
        ExposedThreadLocals exposed = new ExposedThreadLocals(trees);
        return new PathWalk<>(context, suspensions, trees, exposed).run() ? exposed.found : Set.of();
    }

    /** Tells whether a call is one on a thread-local variable. */
    static boolean isOnThreadLocal(TreePath call, Trees trees) {
        return HeldLocks.receiver(call)
                .filter(receiver -> RuntimeTypes.isA(trees.getTypeMirror(receiver), THREAD_LOCAL))
                .isPresent();
    }

    @Override
    public Facts<Setting> suspended(Tree tree, Facts<Setting> facts) {
        Facts<Setting> left = facts;
        for (Setting setting : facts.keys()) {
            int state = facts.of(setting);
            left = (state & SET) == 0 ? left : left.with(setting, state & ~SET | CROSSED);
        }
        return left;
    }

    @Override
    public Facts<Setting> called(TreePath call, ExecutableElement method, Facts<Setting> facts) {
        String name = method.getSimpleName().toString();
        boolean sets = name.equals("set");
        boolean ends = sets || name.equals("remove");
        if (!ends && !name.equals("get") || !isOnThreadLocal(call, trees)) {
            return facts;
        }
        return HeldLocks.receiver(call)
                .flatMap(path -> VariablePath.of(path, trees))
                .map(variable -> {
                    Facts<Setting> left = used(variable, ends, facts);
                    return sets ? left.with(new Setting(call.getLeaf(), variable), SET) : left;
                })
                .orElse(facts);
    }

    private Facts<Setting> used(VariablePath variable, boolean ends, Facts<Setting> facts) {
        Facts<Setting> left = facts;
        for (Setting setting : facts.keys()) {
            if (setting.variable().equals(variable)) {
                if ((facts.of(setting) & (CROSSED | Facts.UNSURE)) == CROSSED) {
                    found.add(setting.call());
                }
                left = ends ? left.with(setting, Facts.NOT) : left;
            }
        }
        return left;
    }

    @Override
    public Facts<Setting> assumed(TreePath call, ExecutableElement method, boolean outcome, Facts<Setting> facts) {
        return facts;
    }

    @Override
    public Facts<Setting> given(TreePath argument, Facts<Setting> facts) {
        return facts;
    }

    @Override
    public Facts<Setting> changed(Element variable, Facts<Setting> facts) {
        Facts<Setting> left = facts;
        for (Setting setting : facts.keys()) {
            left = setting.variable().leadsThrough(variable) ? left.with(setting, Facts.NOT) : left;
        }
        return left;
    }

    @Override
    public boolean isDoneAnyway(ExecutableElement method) {
        return true;
    }
}
