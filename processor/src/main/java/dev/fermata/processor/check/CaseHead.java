package dev.fermata.processor.check;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the arrow or colon of a case. Guards came with Java 21, and the API of 17 that we are compiled against has no
 * method for them; the scanner of the javac that we run in goes there all the same, so that it is asked for the children of the
 * case. Reflection would do too, and fail where it is not looked at.
 *
 * @param labels its constants and patterns
 * @param guard what stands after {@code when}
 */
record CaseHead(List<Tree> labels, @Nullable ExpressionTree guard) {
    /** Copies the list. */
    CaseHead {
        labels = List.copyOf(labels);
    }

    static CaseHead of(CaseTree tree) {
        List<Tree> labels = new ArrayList<>();
        @Nullable ExpressionTree[] guard = new ExpressionTree[1];
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void scan(@Nullable Tree child, @Nullable Void unused) {
                if (child == null || child == tree.getBody() || isStatement(tree, child)) {
                    return null;
                }
                if (child instanceof ExpressionTree value
                        && !tree.getExpressions().contains(value)) {
                    guard[0] = value;
                } else {
                    labels.add(child);
                }
                return null;
            }
        }.visitCase(tree, null);
        return new CaseHead(labels, guard[0]);
    }

    private static boolean isStatement(CaseTree tree, Tree child) {
        return tree.getStatements() != null && tree.getStatements().contains(child);
    }
}
