package dev.fermata.processor.check;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/**
 * Follows the paths through the trees of one context, in the order of evaluation, with {@link Facts} that subclasses make of
 * what they meet. Branches are joined, loops are walked until nothing new is found, a finally is walked once for each way
 * into it. What is left of exceptions is in {@link Exits}. Lambdas and classes are other contexts and are passed over.
 *
 * <p>Trees rather than the compiled body: the truth is the same, and the trees have the places and names to report. A walk that
 * takes too long, as through loops nested many levels deep, gives up and has found nothing.
 *
 * @param <K> what is followed
 */
abstract class PathWalk<K> extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private static final int MOST_STEPS = 200_000;

    /** What a condition says: null where it cannot come out so. */
    private record Outcome<K>(
            @Nullable Facts<K> whenTrue, @Nullable Facts<K> whenFalse) {}

    final Trees trees;
    private final Set<Tree> suspensions;
    private final TreePath context;
    private @Nullable Facts<K> now = Facts.none();
    private Exits<K> exits;
    /** The tree that is wanted as a condition, and what has come of it. */
    private @Nullable Tree condition;

    private @Nullable Outcome<K> outcome;
    private int steps;

    /**
     * Makes a walk.
     *
     * @param context the method or lambda
     * @param suspensions the trees of the context at which it suspends
     */
    PathWalk(TreePath context, Set<Tree> suspensions, Trees trees) {
        this.context = context;
        this.suspensions = suspensions;
        this.trees = trees;
        this.exits = new Exits<>(trees);
    }

    /** Control may be given away here. */
    abstract Facts<K> suspended(Tree tree, Facts<K> facts);

    /** A method has been called. */
    abstract Facts<K> called(TreePath call, ExecutableElement method, Facts<K> facts);

    /** The call of a method has come out as true or false. */
    abstract Facts<K> assumed(TreePath call, ExecutableElement method, boolean outcome, Facts<K> facts);

    /** Something is given to a method or constructor, which may do to it what it likes. */
    abstract Facts<K> given(TreePath argument, Facts<K> facts);

    /** A variable gets another value, or is not there any more. */
    abstract Facts<K> changed(Element variable, Facts<K> facts);

    /** Tells whether a method has done what it does also when it throws. */
    abstract boolean isDoneAnyway(ExecutableElement method);

    /** Walks, and tells whether it came to the end. */
    final boolean run() {
        Tree body = context.getLeaf() instanceof MethodTree method
                ? method.getBody()
                : ((LambdaExpressionTree) context.getLeaf()).getBody();
        scan(new TreePath(context, body), null);
        return steps < MOST_STEPS;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
        return ++steps < MOST_STEPS ? super.scan(tree, null) : null;
    }

    // ---- what happens

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
        boolean asked = tree == condition;
        super.visitMethodInvocation(tree, null);
        boolean suspends = suspensions.contains(tree);
        suspendAt(tree);
        Facts<K> facts = now;
        if (facts == null
                || !(trees.getElement(new TreePath(getCurrentPath(), tree.getMethodSelect()))
                        instanceof ExecutableElement method)) {
            return null;
        }
        facts = give(tree.getArguments(), facts);
        Facts<K> after = called(getCurrentPath(), method, facts);
        // An awaited coroutine throws what it likes, whatever await declares.
        exits.thrown(isDoneAnyway(method) ? after : facts, suspends ? null : method.getThrownTypes());
        now = after;
        if (asked) {
            outcome = new Outcome<>(
                    assumed(getCurrentPath(), method, true, after), assumed(getCurrentPath(), method, false, after));
        }
        return null;
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
        scan(tree.getEnclosingExpression(), null);
        scan(tree.getArguments(), null);
        if (now != null) {
            now = give(tree.getArguments(), now);
            exits.thrown(
                    now,
                    trees.getElement(getCurrentPath()) instanceof ExecutableElement constructor
                            ? constructor.getThrownTypes()
                            : null);
        }
        return null;
    }

    private Facts<K> give(List<? extends ExpressionTree> arguments, Facts<K> facts) {
        Facts<K> left = facts;
        for (ExpressionTree argument : arguments) {
            left = given(new TreePath(getCurrentPath(), argument), left);
        }
        return left;
    }

    private void suspendAt(Tree tree) {
        if (now != null && suspensions.contains(tree)) {
            now = suspended(tree, now);
        }
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
        super.visitAssignment(tree, null);
        change(trees.getElement(new TreePath(getCurrentPath(), tree.getVariable())));
        return null;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
        scan(tree.getInitializer(), null);
        change(trees.getElement(getCurrentPath()));
        return null;
    }

    private void change(@Nullable Element variable) {
        if (now != null && variable != null) {
            now = changed(variable, now);
        }
    }

    private void forget(List<? extends Tree> statements) {
        for (Tree statement : statements) {
            if (statement instanceof VariableTree) {
                change(trees.getElement(new TreePath(getCurrentPath(), statement)));
            }
        }
    }

    @Override
    public @Nullable Void visitBlock(BlockTree tree, @Nullable Void unused) {
        super.visitBlock(tree, null);
        forget(tree.getStatements());
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

    /** Assertions are off most of the time. */
    @Override
    public @Nullable Void visitAssert(AssertTree tree, @Nullable Void unused) {
        return null;
    }

    // ---- conditions

    private Outcome<K> condition(ExpressionTree tree) {
        condition = tree;
        outcome = null;
        scan(tree, null);
        Outcome<K> found = outcome == null ? new Outcome<>(now, now) : outcome;
        condition = null;
        outcome = null;
        return found;
    }

    private @Nullable Void conclude(boolean asked, Outcome<K> found) {
        now = Facts.join(found.whenTrue(), found.whenFalse());
        outcome = asked ? found : null;
        return null;
    }

    @Override
    public @Nullable Void visitParenthesized(ParenthesizedTree tree, @Nullable Void unused) {
        boolean asked = tree == condition;
        return conclude(asked, condition(tree.getExpression()));
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void unused) {
        if (tree.getKind() != Tree.Kind.LOGICAL_COMPLEMENT) {
            return super.visitUnary(tree, null);
        }
        boolean asked = tree == condition;
        Outcome<K> inner = condition(tree.getExpression());
        return conclude(asked, new Outcome<>(inner.whenFalse(), inner.whenTrue()));
    }

    @Override
    public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void unused) {
        boolean and = tree.getKind() == Tree.Kind.CONDITIONAL_AND;
        if (!and && tree.getKind() != Tree.Kind.CONDITIONAL_OR) {
            return super.visitBinary(tree, null);
        }
        boolean asked = tree == condition;
        Outcome<K> left = condition(tree.getLeftOperand());
        Facts<K> before = now;
        now = Facts.entered(and ? left.whenTrue() : left.whenFalse());
        Outcome<K> right = condition(tree.getRightOperand());
        Facts<K> whenTrue = and ? right.whenTrue() : Facts.join(left.whenTrue(), right.whenTrue());
        Facts<K> whenFalse = and ? Facts.join(left.whenFalse(), right.whenFalse()) : right.whenFalse();
        return conclude(asked, new Outcome<>(Facts.left(whenTrue, before), Facts.left(whenFalse, before)));
    }

    @Override
    public @Nullable Void visitLiteral(LiteralTree tree, @Nullable Void unused) {
        if (tree == condition && tree.getValue() instanceof Boolean value) {
            outcome = value ? new Outcome<>(now, null) : new Outcome<>(null, now);
        }
        return null;
    }

    // ---- branches

    @Override
    public @Nullable Void visitIf(IfTree tree, @Nullable Void unused) {
        return branch(tree.getCondition(), tree.getThenStatement(), tree.getElseStatement());
    }

    @Override
    public @Nullable Void visitConditionalExpression(ConditionalExpressionTree tree, @Nullable Void unused) {
        return branch(tree.getCondition(), tree.getTrueExpression(), tree.getFalseExpression());
    }

    private @Nullable Void branch(ExpressionTree asked, Tree whenTrue, @Nullable Tree whenFalse) {
        Outcome<K> found = condition(asked);
        Facts<K> before = Facts.join(found.whenTrue(), found.whenFalse());
        now = Facts.entered(found.whenTrue());
        scan(whenTrue, null);
        Facts<K> one = now;
        now = Facts.entered(found.whenFalse());
        scan(whenFalse, null);
        // Where only one branch goes on, the condition is still known.
        now = one == null || now == null ? Facts.join(one, now) : Facts.left(Facts.join(one, now), before);
        return null;
    }

    @Override
    public @Nullable Void visitSwitch(SwitchTree tree, @Nullable Void unused) {
        return choose(tree, tree.getExpression(), tree.getCases(), false);
    }

    @Override
    public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void unused) {
        return choose(tree, tree.getExpression(), tree.getCases(), true);
    }

    private @Nullable Void choose(Tree tree, ExpressionTree selector, List<? extends CaseTree> cases, boolean isValue) {
        scan(selector, null);
        Facts<K> before = now;
        Facts<K> entry = Facts.entered(now);
        Facts<K> through = null;
        Facts<K> end = null;
        boolean isExhaustive = isValue;
        for (CaseTree arm : cases) {
            // No constants: default, or patterns, which must be exhaustive.
            isExhaustive |= arm.getExpressions().isEmpty();
            if (arm.getCaseKind() == CaseTree.CaseKind.RULE) {
                now = entry;
                scan(arm, null);
                end = Facts.join(end, now);
            } else {
                now = Facts.join(entry, through);
                scan(arm, null);
                through = now;
            }
        }
        end = Facts.join(Facts.join(end, through), exits.take(tree, Exits.Kind.BREAK));
        // Without default, all values may have been thought of all the same.
        now = Facts.left(isExhaustive ? end : Facts.entered(Facts.join(end, entry)), before);
        return null;
    }

    /** Guards are left out: the API of 17 does not know them, and nobody takes a lock there. */
    @Override
    public @Nullable Void visitCase(CaseTree tree, @Nullable Void unused) {
        return tree.getCaseKind() == CaseTree.CaseKind.RULE
                ? scan(tree.getBody(), null)
                : scan(tree.getStatements(), null);
    }

    // ---- loops

    @Override
    public @Nullable Void visitWhileLoop(WhileLoopTree tree, @Nullable Void unused) {
        return loop(tree, () -> {
            Outcome<K> found = condition(tree.getCondition());
            now = found.whenTrue();
            scan(tree.getStatement(), null);
            now = Facts.join(now, exits.take(tree, Exits.Kind.CONTINUE));
            return found.whenFalse();
        });
    }

    @Override
    public @Nullable Void visitDoWhileLoop(DoWhileLoopTree tree, @Nullable Void unused) {
        return loop(tree, () -> {
            scan(tree.getStatement(), null);
            now = Facts.join(now, exits.take(tree, Exits.Kind.CONTINUE));
            Outcome<K> found = condition(tree.getCondition());
            now = found.whenTrue();
            return found.whenFalse();
        });
    }

    @Override
    public @Nullable Void visitForLoop(ForLoopTree tree, @Nullable Void unused) {
        scan(tree.getInitializer(), null);
        loop(tree, () -> {
            Outcome<K> found = tree.getCondition() == null ? new Outcome<>(now, null) : condition(tree.getCondition());
            now = found.whenTrue();
            scan(tree.getStatement(), null);
            now = Facts.join(now, exits.take(tree, Exits.Kind.CONTINUE));
            scan(tree.getUpdate(), null);
            return found.whenFalse();
        });
        forget(tree.getInitializer());
        return null;
    }

    @Override
    public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void unused) {
        scan(tree.getExpression(), null);
        loop(tree, () -> {
            suspendAt(tree);
            Facts<K> atEnd = now;
            if (now != null) {
                exits.thrown(now, suspensions.contains(tree) ? null : List.of());
            }
            scan(tree.getVariable(), null);
            scan(tree.getStatement(), null);
            now = Facts.join(now, exits.take(tree, Exits.Kind.CONTINUE));
            return atEnd;
        });
        forget(List.of(tree.getVariable()));
        return null;
    }

    /**
     * Walks through a loop until nothing new comes back to its beginning: there are a few states only, and each round adds one.
     *
     * @param round goes once around, and returns what holds when the loop ends in its head
     */
    private @Nullable Void loop(Tree tree, Supplier<@Nullable Facts<K>> round) {
        Facts<K> before = now;
        Facts<K> entry = Facts.entered(now);
        while (true) {
            now = entry;
            Facts<K> atEnd = round.get();
            Facts<K> after = Facts.join(atEnd, exits.take(tree, Exits.Kind.BREAK));
            Facts<K> next = Facts.join(entry, now);
            if (next == null || next.equals(entry) || steps >= MOST_STEPS) {
                now = Facts.left(after, before);
                return null;
            }
            entry = next;
        }
    }

    // ---- jumps

    @Override
    public @Nullable Void visitLabeledStatement(LabeledStatementTree tree, @Nullable Void unused) {
        super.visitLabeledStatement(tree, null);
        now = Facts.join(now, exits.take(tree.getStatement(), Exits.Kind.BREAK));
        return null;
    }

    @Override
    public @Nullable Void visitBreak(BreakTree tree, @Nullable Void unused) {
        return jump(Jumps.target(getCurrentPath()), Exits.Kind.BREAK);
    }

    @Override
    public @Nullable Void visitContinue(ContinueTree tree, @Nullable Void unused) {
        return jump(Jumps.target(getCurrentPath()), Exits.Kind.CONTINUE);
    }

    @Override
    public @Nullable Void visitYield(YieldTree tree, @Nullable Void unused) {
        super.visitYield(tree, null);
        return jump(Jumps.target(getCurrentPath()), Exits.Kind.BREAK);
    }

    @Override
    public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void unused) {
        super.visitReturn(tree, null);
        return jump(context.getLeaf(), Exits.Kind.BREAK);
    }

    private @Nullable Void jump(Tree target, Exits.Kind kind) {
        if (now != null) {
            exits.jumped(target, kind, now);
        }
        now = null;
        return null;
    }

    @Override
    public @Nullable Void visitThrow(ThrowTree tree, @Nullable Void unused) {
        super.visitThrow(tree, null);
        if (now != null) {
            exits.thrown(now, null);
        }
        now = null;
        return null;
    }

    @Override
    public @Nullable Void visitTry(TryTree tree, @Nullable Void unused) {
        Facts<K> start = now;
        Exits<K> outer = exits;
        Exits<K> inner = new Exits<>(trees);
        exits = inner;
        scan(tree.getResources(), null);
        scan(tree.getBlock(), null);
        if (suspensions.contains(tree)) {
            suspendAt(tree);
            inner.map(facts -> suspended(tree, facts));
        }
        if (now != null && !tree.getResources().isEmpty()) {
            inner.thrown(now, null); // by close
        }
        forget(tree.getResources());
        Facts<K> end = now;
        Exits<K> left = inner.uncaught(tree);
        exits = left;
        for (int i = 0; i < tree.getCatches().size(); i++) {
            TreePath clause = new TreePath(getCurrentPath(), tree.getCatches().get(i));
            Facts<K> arriving = inner.arriving(clause);
            now = Facts.entered(arriving == null ? start : arriving);
            scan(clause.getLeaf(), null);
            end = Facts.join(end, now);
        }
        exits = outer;
        if (tree.getFinallyBlock() == null) {
            outer.addAll(left);
        } else {
            left.through(outer, facts -> {
                now = facts;
                scan(tree.getFinallyBlock(), null);
                return now;
            });
        }
        now = end;
        scan(tree.getFinallyBlock(), null);
        return null;
    }
}
