package dev.fermata.processor.check;

import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Notes what code that is rewritten returns, and which null literals are among that. */
final class ReturnSites {
    private final Trees trees;
    private final List<Site> sites;
    private final Set<Tree> returnedNulls = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * Makes one for a walk.
     *
     * @param sites where the sites go, in the order of positions
     */
    ReturnSites(Trees trees, List<Site> sites) {
        this.trees = trees;
        this.sites = sites;
    }

    /** Notes a return statement with a value. */
    void noteStatement(TreePath statement, Context context) {
        note(statement, new TreePath(statement, ((ReturnTree) statement.getLeaf()).getExpression()), context);
    }

    /** Notes the value of an expression lambda. */
    void noteLambda(TreePath value, Context context) {
        note(value, value, context);
    }

    private void note(TreePath path, TreePath value, Context context) {
        if (context.kind().isAsync() || context.kind().isGenerator()) {
            Site.Return returned = new Site.Return(path, context, ReturnedValue.of(value, trees));
            sites.add(returned);
            for (ReturnedValue each : returned.values()) {
                if (each.what() == ReturnedValue.What.NULL) {
                    returnedNulls.add(each.path().getLeaf());
                }
            }
        }
    }

    /** Tells whether a literal is a null of which it is known that it is returned. */
    boolean isReturnedNull(Tree literal) {
        return returnedNulls.contains(literal);
    }
}
