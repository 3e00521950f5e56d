package dev.fermata.processor.check;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Finds calls of await in a part of a context. */
final class Awaits {
    private Awaits() {}

    /** Tells whether a tree is one. */
    static boolean is(TreePath call, Trees trees) {
        MethodInvocationTree tree = (MethodInvocationTree) call.getLeaf();
        Element called = trees.getElement(new TreePath(call, tree.getMethodSelect()));
        return called != null
                && Intrinsic.of(called)
                        .filter(intrinsic -> intrinsic == Intrinsic.AWAIT)
                        .isPresent();
    }

    /** Tells whether there is one in a tree, lambdas and classes in it aside. */
    static boolean in(TreePath path, Trees trees) {
        Search search = new Search(trees);
        search.scan(path, null);
        return search.found;
    }

    private static final class Search extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final Trees trees;
        private boolean found;

        Search(Trees trees) {
            this.trees = trees;
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
            found = found || is(getCurrentPath(), trees);
            return found ? null : super.visitMethodInvocation(tree, null);
        }

        @Override
        public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
            return null;
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
            return null;
        }
    }
}
