package dev.fermata.processor.check;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.fermata.processor.check.Signature.Fault;
import dev.fermata.processor.names.RuntimeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The one walk over the trees. It notes sites where javac puts the caret for them, so that the order of the model is the order of
 * positions: a call after its receiver and before its arguments, whatever else has its sign in the middle after what stands left of
 * that, and all the rest, method references too, before what is inside. The positions themselves are not to be had: javac tells only where a tree begins,
 * and where it ends if somebody listens to its diagnostics.
 */
final class ModelScanner extends TreePathScanner<@Nullable Void, ModelScanner.@Nullable Around> {
    private final Trees trees;
    private final Language language;
    private final List<Context> contexts = new ArrayList<>();
    private final List<Site> sites = new ArrayList<>();
    private final List<TypeElement> types = new ArrayList<>();
    private final PathSites paths;
    private final AsyncCodeSites asyncCode;
    private final DroppedSites dropped;
    private final CallSites calls;
    private final ReturnSites returns;

    private ModelScanner(Trees trees, Language language, BlockingCalls blocking) {
        this.trees = trees;
        this.language = language;
        this.paths = new PathSites(trees);
        this.asyncCode = new AsyncCodeSites(trees, blocking, sites, paths);
        this.dropped = new DroppedSites(trees, language, sites);
        this.calls = new CallSites(trees, language, sites, paths, asyncCode, dropped);
        this.returns = new ReturnSites(trees, sites);
    }

    /**
     * Scans a class.
     *
     * @param topLevel its path
     */
    static ClassModel scan(TreePath topLevel, Trees trees, Language language, BlockingCalls blocking) {
        ModelScanner scanner = new ModelScanner(trees, language, blocking);
        scanner.scan(topLevel, null);
        return new ClassModel(scanner.contexts, scanner.paths.resolve(scanner.sites), scanner.types);
    }

    /**
     * What is around a tree; null outside of all code.
     *
     * @param context its context
     * @param monitor the innermost {@code synchronized} statement of the context that the tree is in the block of
     */
    record Around(Context context, @Nullable SynchronizedTree monitor) {}

    // ---- what is not walked over: more than half of all trees, and this walk is most of what a class without async
    // code costs

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Around around) {
        boolean leaf = tree instanceof IdentifierTree || tree instanceof LiteralTree && !returns.isReturnedNull(tree);
        return leaf ? null : super.scan(tree, around);
    }

    @Override
    public @Nullable Void visitModifiers(ModifiersTree tree, @Nullable Around around) {
        return null;
    }

    @Override
    public @Nullable Void visitParameterizedType(ParameterizedTypeTree tree, @Nullable Around around) {
        return null;
    }

    // ---- where contexts begin

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Around around) {
        if (trees.getElement(getCurrentPath()) instanceof TypeElement type) {
            types.add(type);
            if (UnseenBridges.has(type)) {
                sites.add(new Site.UnseenBridge(
                        getCurrentPath(), tree.getSimpleName().toString()));
            }
        }
        return scan(tree.getMembers(), around);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Around around) {
        Element element = trees.getElement(getCurrentPath());
        if (!(element instanceof ExecutableElement method)) {
            return null;
        }
        if (tree.getReturnType() == null) {
            Name type = Inheritance.owner(method).getSimpleName();
            return scan(tree.getBody(), begin(new Place.Constructor(type), CodeKind.PLAIN, around));
        }
        Signature signature = language.signature(method);
        if (signature.fault() == Fault.NONE) {
            sites.addAll(ForeignAnnotations.of(getCurrentPath(), method, signature.async(), trees));
        }
        if (signature.async() || signature.yields() || signature.implied()) {
            sites.add(new Site.Function(getCurrentPath(), tree, method, signature));
        }
        if (tree.getBody() == null || signature.fault() != Fault.NONE) {
            return null;
        }
        CodeKind kind = language.kind(method, tree, signature);
        int start = sites.size();
        Around inside = begin(new Place.Method(method, language.inheritance()), kind, around);
        scan(tree.getBody(), inside);
        if (kind == CodeKind.COROUTINE
                && NeverSuspending.is(
                        method, inside.context(), sites.subList(start, sites.size()), language.inheritance())) {
            // The name of a method stands before all that is in it.
            sites.add(
                    start,
                    new Site.NeverSuspending(getCurrentPath(), tree.getName().toString()));
        }
        return null;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Around around) {
        if (!isMember() || !(trees.getElement(getCurrentPath()) instanceof VariableElement field)) {
            if (around != null) {
                dropped.noteVariable(getCurrentPath(), around.context());
            }
            return super.visitVariable(tree, around);
        }
        RecordComponents.annotationOnAccessor(field, trees)
                .ifPresent(annotation -> sites.add(new Site.Component(
                        getCurrentPath(), field.getSimpleName().toString(), annotation)));
        return tree.getInitializer() == null
                ? null
                : scan(tree.getInitializer(), begin(new Place.Field(field), CodeKind.PLAIN, around));
    }

    @Override
    public @Nullable Void visitBlock(BlockTree tree, @Nullable Around around) {
        return super.visitBlock(
                tree, isMember() ? begin(new Place.Block(tree.isStatic()), CodeKind.PLAIN, around) : around);
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Around around) {
        TypeMirror type = trees.getTypeMirror(getCurrentPath());
        Optional<LambdaTarget> target =
                type == null ? Optional.empty() : language.inheritance().lambdaTarget(type);
        CodeKind kind = language.kind(target);
        Optional<String> scope = kind.isAsync() ? ScopeCalls.scopeOf(getCurrentPath(), trees) : Optional.empty();
        Around inside = begin(new Place.Lambda(target, scope), kind, around);
        if (tree.getBody() instanceof ExpressionTree value && !hasCaretInside(value)) {
            returns.noteLambda(new TreePath(getCurrentPath(), value), inside.context());
        }
        return scan(tree.getBody(), inside);
    }

    /** Those that a lambda for a coroutine or generator can have for its value; see {@link #noteLambdaValue}. */
    private static boolean hasCaretInside(ExpressionTree value) {
        return switch (value.getKind()) {
            case METHOD_INVOCATION, CONDITIONAL_EXPRESSION, MEMBER_SELECT, ARRAY_ACCESS, ASSIGNMENT -> true;
            default -> false;
        };
    }

    /** The caret of the tree that the walk is at has been passed: if it is the value of an expression lambda, that returns here. */
    private void noteLambdaValue(@Nullable Around around) {
        if (around != null
                && around.context().place() instanceof Place.Lambda
                && around.context().path().getLeaf() instanceof LambdaExpressionTree lambda
                && lambda.getBody() == getCurrentPath().getLeaf()) {
            returns.noteLambda(getCurrentPath(), around.context());
        }
    }

    @Override
    public @Nullable Void visitConditionalExpression(ConditionalExpressionTree tree, @Nullable Around around) {
        scan(tree.getCondition(), around);
        noteLambdaValue(around);
        scan(tree.getTrueExpression(), around);
        return scan(tree.getFalseExpression(), around);
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Around around) {
        scan(tree.getExpression(), around);
        noteLambdaValue(around);
        return null;
    }

    @Override
    public @Nullable Void visitArrayAccess(ArrayAccessTree tree, @Nullable Around around) {
        scan(tree.getExpression(), around);
        noteLambdaValue(around);
        return scan(tree.getIndex(), around);
    }

    private Around begin(Place place, CodeKind kind, @Nullable Around around) {
        Context context = new Context(place, kind, getCurrentPath(), around == null ? null : around.context());
        contexts.add(context);
        return new Around(context, null);
    }

    private static boolean isAsync(Around around) {
        return around.context().kind().isAsync();
    }

    private boolean isMember() {
        return getCurrentPath().getParentPath().getLeaf() instanceof ClassTree;
    }

    // ---- what is remarkable in them

    @Override
    public @Nullable Void visitSynchronized(SynchronizedTree tree, @Nullable Around around) {
        scan(tree.getExpression(), around);
        return scan(tree.getBlock(), around == null ? null : new Around(around.context(), tree));
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Around around) {
        scan(tree.getTypeArguments(), around);
        scan(tree.getMethodSelect(), around);
        noteLambdaValue(around);
        if (around != null) {
            calls.note(getCurrentPath(), around);
        }
        return scan(tree.getArguments(), around);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Around around) {
        scan(tree.getEnclosingExpression(), around);
        if (around != null && isAsync(around)) {
            asyncCode.noteCreation(getCurrentPath(), around.context());
        }
        scan(tree.getArguments(), around);
        return scan(tree.getClassBody(), around);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Around around) {
        if (around != null && language.mayBeIntrinsic(tree.getName())) {
            Element named = trees.getElement(getCurrentPath());
            Optional.ofNullable(named)
                    .flatMap(Intrinsic::of)
                    .ifPresent(
                            intrinsic -> sites.add(new Site.Reference(getCurrentPath(), around.context(), intrinsic)));
        }
        if (around != null) {
            dropped.noteReference(getCurrentPath(), around.context());
        }
        return super.visitMemberReference(tree, around);
    }

    @Override
    public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Around around) {
        if (around != null && isA(tree.getExpression(), RuntimeNames.ASYNC_ITERABLE)) {
            // javac iterates an intersection as Iterable, whichever bound is the first.
            Optional<TypeMirror> hidden = RuntimeTypes.intersection(type(tree.getExpression()))
                    .map(intersection -> type(tree.getExpression()));
            sites.add(new Site.AsyncFor(getCurrentPath(), around.context(), around.monitor(), hidden));
        }
        return super.visitEnhancedForLoop(tree, around);
    }

    @Override
    public @Nullable Void visitTry(TryTree tree, @Nullable Around around) {
        int start = sites.size();
        if (around != null) {
            AsyncResources.closing(getCurrentPath(), around.context(), around.monitor(), trees)
                    .ifPresent(sites::add);
        }
        for (Tree resource : tree.getResources()) {
            if (around != null) {
                AsyncResources.unclosed(new TreePath(getCurrentPath(), resource), around.context(), trees)
                        .ifPresent(sites::add);
            }
            if (around != null && isAsync(around)) {
                asyncCode.noteResource(new TreePath(getCurrentPath(), resource), around.context());
            }
            scan(resource, around);
        }
        scan(tree.getBlock(), around);
        if (around != null && isAsync(around)) {
            asyncCode.rememberTry(tree, start, around.context());
        }
        scan(tree.getCatches(), around);
        return scan(tree.getFinallyBlock(), around);
    }

    @Override
    public @Nullable Void visitCatch(CatchTree tree, @Nullable Around around) {
        if (around != null && isAsync(around)) {
            asyncCode.noteCatch(getCurrentPath(), around.context());
        }
        return super.visitCatch(tree, around);
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Around around) {
        scan(tree.getVariable(), around);
        noteLambdaValue(around);
        if (around != null && isAsync(around)) {
            asyncCode.noteAssignment(getCurrentPath(), around.context());
        }
        return scan(tree.getExpression(), around);
    }

    @Override
    public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Around around) {
        scan(tree.getVariable(), around);
        if (around != null && isAsync(around)) {
            asyncCode.noteAssignment(getCurrentPath(), around.context());
        }
        return scan(tree.getExpression(), around);
    }

    @Override
    public @Nullable Void visitBreak(BreakTree tree, @Nullable Around around) {
        if (around != null && isAsync(around)) {
            asyncCode.noteJump(getCurrentPath(), "break", around.context());
        }
        return null;
    }

    @Override
    public @Nullable Void visitContinue(ContinueTree tree, @Nullable Around around) {
        if (around != null && isAsync(around)) {
            asyncCode.noteJump(getCurrentPath(), "continue", around.context());
        }
        return null;
    }

    private boolean isA(Tree child, String type) {
        return RuntimeTypes.isA(type(child), type);
    }

    private @Nullable TypeMirror type(Tree child) {
        return trees.getTypeMirror(new TreePath(getCurrentPath(), child));
    }

    @Override
    public @Nullable Void visitReturn(ReturnTree tree, @Nullable Around around) {
        if (around != null && isAsync(around)) {
            asyncCode.noteJump(getCurrentPath(), "return", around.context());
        }
        if (around != null && tree.getExpression() != null) {
            returns.noteStatement(getCurrentPath(), around.context());
        }
        return super.visitReturn(tree, around);
    }

    @Override
    public @Nullable Void visitLiteral(LiteralTree tree, @Nullable Around around) {
        if (around != null && returns.isReturnedNull(tree)) {
            sites.add(new Site.NullReturn(getCurrentPath(), around.context()));
        }
        return null;
    }
}
