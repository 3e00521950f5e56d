package dev.fermata.processor.check;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.fermata.processor.names.RuntimeNames;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * One of the values that a return statement can give, seen through parentheses, casts, conditionals and switches.
 *
 * @param path the expression
 * @param what what it is
 */
record ReturnedValue(TreePath path, What what) {
    enum What {
        /** The null literal. */
        NULL,
        /** A call of {@code Generator.end}. */
        END,
        /** A call of {@code AsyncGenerator.end}. */
        ASYNC_END,
        /** A call of {@code Coroutine.result} or {@code Coroutine.done}: a coroutine of which nothing is left to run. */
        DONE,
        /** Anything else. */
        OTHER
    }

    /** Returns the values that an expression can have. */
    static List<ReturnedValue> of(TreePath expression, Trees trees) {
        List<ReturnedValue> found = new ArrayList<>();
        for (TreePath value : expressions(expression)) {
            found.add(new ReturnedValue(value, what(value, trees)));
        }
        return found;
    }

    /** Returns the expressions that give the values that an expression can have. */
    static List<TreePath> expressions(TreePath expression) {
        List<TreePath> found = new ArrayList<>();
        collect(expression, found);
        return found;
    }

    private static void collect(TreePath path, List<TreePath> found) {
        Tree tree = path.getLeaf();
        if (tree instanceof ParenthesizedTree parenthesized) {
            collect(new TreePath(path, parenthesized.getExpression()), found);
        } else if (tree instanceof TypeCastTree cast) {
            collect(new TreePath(path, cast.getExpression()), found);
        } else if (tree instanceof ConditionalExpressionTree conditional) {
            collect(new TreePath(path, conditional.getTrueExpression()), found);
            collect(new TreePath(path, conditional.getFalseExpression()), found);
        } else if (tree instanceof SwitchExpressionTree) {
            new Arms(found).scan(path, null);
        } else {
            found.add(path);
        }
    }

    private static What what(TreePath path, Trees trees) {
        if (path.getLeaf().getKind() == Tree.Kind.NULL_LITERAL) {
            return What.NULL;
        }
        if (path.getLeaf() instanceof MethodInvocationTree call) {
            Element called = trees.getElement(new TreePath(path, call.getMethodSelect()));
            if (RuntimeTypes.isMethod(called, RuntimeNames.GENERATOR, KnownNames.END)) {
                return What.END;
            }
            if (RuntimeTypes.isMethod(called, RuntimeNames.ASYNC_GENERATOR, KnownNames.END)) {
                return What.ASYNC_END;
            }
            if (RuntimeTypes.isMethod(called, RuntimeNames.COROUTINE, KnownNames.RESULT)
                    || RuntimeTypes.isMethod(called, RuntimeNames.COROUTINE, KnownNames.DONE)) {
                return What.DONE;
            }
        }
        return What.OTHER;
    }

    /** Finds the values of the arms of one switch expression, and leaves alone what belongs to others inside. */
    private static final class Arms extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final List<TreePath> found;
        private boolean entered;

        Arms(List<TreePath> found) {
            this.found = found;
        }

        @Override
        public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void unused) {
            if (!entered) {
                entered = true;
                scan(tree.getCases(), null);
            }
            return null;
        }

        @Override
        public @Nullable Void visitCase(CaseTree tree, @Nullable Void unused) {
            if (tree.getBody() instanceof ExpressionTree value) {
                collect(new TreePath(getCurrentPath(), value), found);
            } else if (tree.getBody() != null) {
                scan(tree.getBody(), null);
            } else {
                scan(tree.getStatements(), null);
            }
            return null;
        }

        @Override
        public @Nullable Void visitYield(YieldTree tree, @Nullable Void unused) {
            collect(new TreePath(getCurrentPath(), tree.getValue()), found);
            return null;
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
