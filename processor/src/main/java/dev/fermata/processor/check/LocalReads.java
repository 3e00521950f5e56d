package dev.fermata.processor.check;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Looks for reads of a local variable, in all that can see it: lambdas and classes inside take part. */
final class LocalReads extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final Element variable;
    private final @Nullable Tree except;
    private final Trees trees;
    private boolean found;

    private LocalReads(Element variable, @Nullable Tree except, Trees trees) {
        this.variable = variable;
        this.except = except;
        this.trees = trees;
    }

    /** Tells whether a variable is read. To be assigned to is no read. */
    static boolean isRead(TreePath path, Element variable, Trees trees) {
        return isRead(path, variable, null, trees);
    }

    /**
     * Tells whether a variable is read.
     *
     * @param path the path of its declaration
     * @param variable the variable
     * @param except a read that does not count, if any
     */
    static boolean isRead(TreePath path, Element variable, @Nullable Tree except, Trees trees) {
        TreePath scope = path.getParentPath();
        if (scope.getLeaf() instanceof CaseTree) {
            scope = scope.getParentPath(); // later cases of the switch see it, too
        }
        LocalReads reads = new LocalReads(variable, except, trees);
        reads.scan(scope, null);
        return reads.found;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
        return found ? null : super.scan(tree, unused);
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
        if (!isName(tree.getVariable())) {
            scan(tree.getVariable(), unused);
        }
        return scan(tree.getExpression(), unused);
    }

    private static boolean isName(Tree assigned) {
        return assigned instanceof ParenthesizedTree parenthesized
                ? isName(parenthesized.getExpression())
                : assigned instanceof IdentifierTree;
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
        if (tree != except && tree.getName().equals(variable.getSimpleName())) {
            Element named = trees.getElement(getCurrentPath());
            // One that could not be resolved may have been meant.
            found = named == null || named.equals(variable);
        }
        return null;
    }
}
