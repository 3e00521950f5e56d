package dev.fermata.processor.check;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Name;

/** Notes what is remarkable in async code only, so that all the other code does not pay for the look. */
final class AsyncCodeSites {
    private static final Set<String> TAKE_LOCK = Set.of("lock", "lockInterruptibly", "tryLock");
    private static final String SET = "set";

    private final Trees trees;
    private final BlockingCalls blocking;
    private final List<Site> sites;
    private final SuspendingTries tries;
    private final PathSites paths;

    /**
     * Makes one for a walk.
     *
     * @param sites where the sites go, in the order of positions
     */
    AsyncCodeSites(Trees trees, BlockingCalls blocking, List<Site> sites) {
        this.trees = trees;
        this.blocking = blocking;
        this.sites = sites;
        this.tries = new SuspendingTries(trees);
        this.paths = new PathSites(trees);
    }

    void noteCall(TreePath call, ExpressionTree select, Name name, Context context) {
        blocking.call(new TreePath(call, select), name, trees)
                .ifPresent(found -> sites.add(new Site.Blocking(call, context, found)));
        if (TAKE_LOCK.contains(name.toString()) && HeldLocks.isOnLock(call, trees)) {
            paths.locks(context);
        }
        if (name.contentEquals(SET) && ExposedThreadLocals.isOnThreadLocal(call, trees)) {
            paths.sets(context);
            String variable = ((MemberSelectTree) select).getExpression().toString();
            sites.add(new Site.ThreadLocalSet(call, context, variable));
        }
    }

    void noteCreation(TreePath creation, Context context) {
        blocking.creation(creation, trees).ifPresent(found -> sites.add(new Site.Blocking(creation, context, found)));
    }

    void noteAssignment(TreePath assignment, Context context) {
        LostUpdates.of(assignment, trees)
                .ifPresent(place -> sites.add(new Site.LostUpdate(assignment, context, place)));
    }

    /**
     * A try has been walked over up to the end of its block.
     *
     * @param start where its sites begin
     */
    void rememberTry(TryTree tree, int start, Context context) {
        tries.remember(tree, sites.subList(start, sites.size()), context);
    }

    void noteCatch(TreePath clause, Context context) {
        tries.swallowedBy(clause).ifPresent(type -> sites.add(new Site.SwallowingCatch(clause, context, type)));
    }

    void noteJump(TreePath jump, String keyword, Context context) {
        if (tries.isLeftBy(jump, context)) {
            sites.add(new Site.FinallyExit(jump, context, keyword));
        }
    }

    /** Returns all sites when the walk has come to its end. */
    List<Site> resolve() {
        return paths.resolve(sites);
    }
}
