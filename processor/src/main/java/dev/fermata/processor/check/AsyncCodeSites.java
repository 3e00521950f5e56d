package dev.fermata.processor.check;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Optional;
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
     * @param paths learns what the paths must be followed for
     */
    AsyncCodeSites(Trees trees, BlockingCalls blocking, List<Site> sites, PathSites paths) {
        this.trees = trees;
        this.blocking = blocking;
        this.sites = sites;
        this.tries = new SuspendingTries(trees);
        this.paths = paths;
    }

    void noteCall(TreePath call, ExpressionTree select, Name name, Context context) {
        // What runs a loop blocks, too, whatever an option says: one diagnostic is enough, and that one says more.
        TreePath called = new TreePath(call, select);
        Optional<LoopRunner> runner = LoopRunner.of(called, name, trees);
        if (runner.isPresent()) {
            sites.add(new Site.LoopRun(call, context, runner.get()));
        } else {
            blocking.call(called, name, trees).ifPresent(found -> sites.add(new Site.Blocking(call, context, found)));
        }
        noteLock(call, name, context);
        if (name.contentEquals(SET) && ExposedThreadLocals.isOnThreadLocal(call, trees)) {
            paths.sets(context);
            String variable = ((MemberSelectTree) select).getExpression().toString();
            sites.add(new Site.ThreadLocalSet(call, context, variable));
        }
    }

    /** In generator code that is not async code, too: yields suspend there. */
    void noteLock(TreePath call, Name name, Context context) {
        if (TAKE_LOCK.contains(name.toString()) && HeldLocks.isOnLock(call, trees)) {
            paths.locks(context);
        }
    }

    void noteCreation(TreePath creation, Context context) {
        blocking.creation(creation, trees).ifPresent(found -> sites.add(new Site.Blocking(creation, context, found)));
    }

    void noteResource(TreePath resource, Context context) {
        blocking.closing(resource, trees).ifPresent(found -> sites.add(new Site.Blocking(resource, context, found)));
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

    void noteAwait(TreePath call, Context context) {
        if (UnshieldedAwaits.is(call, context, trees)) {
            sites.add(new Site.UnshieldedAwait(call, context));
        }
    }
}
