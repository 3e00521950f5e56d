package dev.fermata.processor.check;

import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;

/**
 * Puts into a list of sites what only the paths through a context show. They are followed when the walk over the trees is done and
 * all suspensions are known, and in the contexts only in which something was met that makes it worth the while.
 */
final class PathSites {
    private final Trees trees;
    private final Set<Context> locking = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Context> setting = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Context, Set<Element>> consumed = new IdentityHashMap<>();
    private final Set<Context> consumingAgain = Collections.newSetFromMap(new IdentityHashMap<>());

    PathSites(Trees trees) {
        this.trees = trees;
    }

    /** A lock is taken in a context. */
    void locks(Context context) {
        locking.add(context);
    }

    /** A thread-local variable is set in a context of async code; there is a site for the call. */
    void sets(Context context) {
        setting.add(context);
    }

    /** The coroutines of variables are run in a context; there is a site for the call. */
    void consumes(Context context, Set<Element> variables) {
        Set<Element> before = consumed.computeIfAbsent(context, it -> new HashSet<>());
        if (!Collections.disjoint(before, variables)) {
            consumingAgain.add(context);
        }
        before.addAll(variables);
    }

    /** Returns the sites with those that the paths add, and without those that they refute. */
    List<Site> resolve(List<Site> sites) {
        if (locking.isEmpty() && setting.isEmpty() && consumed.isEmpty()) {
            return sites;
        }
        Map<Tree, String> held = new IdentityHashMap<>();
        locking.forEach(
                context -> held.putAll(HeldLocks.of(context.path(), suspensions(sites, context, false), trees)));
        Set<Tree> exposed = Collections.newSetFromMap(new IdentityHashMap<>());
        setting.forEach(context ->
                exposed.addAll(ExposedThreadLocals.of(context.path(), suspensions(sites, context, true), trees)));
        Map<Tree, String> again = new IdentityHashMap<>();
        consumingAgain.forEach(
                context -> again.putAll(RepeatedConsumptions.of(context, suspensions(sites, context, false), trees)));
        List<Site> resolved = new ArrayList<>();
        for (Site site : sites) {
            if (site instanceof Site.Consumption call) {
                Optional.ofNullable(again.get(site.tree()))
                        .map(variable -> new Site.Consumption(call.path(), call.context(), Optional.of(variable)))
                        .ifPresent(resolved::add);
            } else if (!(site instanceof Site.ThreadLocalSet) || exposed.contains(site.tree())) {
                resolved.add(site);
            }
            String lock = held.get(site.tree());
            if (lock != null && site instanceof Site.Suspension suspension) {
                resolved.add(new Site.LockedSuspension(site.path(), suspension.context(), suspension, lock));
            }
        }
        return resolved;
    }

    private static Set<Tree> suspensions(List<Site> sites, Context context, boolean withoutYields) {
        Set<Tree> found = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Site site : sites) {
            if (site instanceof Site.Suspension suspension
                    && suspension.context() == context
                    && !(site instanceof Site.Call call
                            && (!context.kind().allows(call.intrinsic())
                                    || withoutYields && call.intrinsic().isYield()))) {
                found.add(site.tree());
            }
        }
        return found;
    }
}
