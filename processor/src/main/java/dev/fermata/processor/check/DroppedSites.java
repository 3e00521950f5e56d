package dev.fermata.processor.check;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.fermata.processor.check.DroppedValue.Made;
import dev.fermata.processor.check.DroppedValue.Way;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Notes what is made and let go. */
final class DroppedSites {
    private static final String MOCKITO = "org.mockito.";

    private final Trees trees;
    private final Inheritance inheritance;
    private final MadeByCalls makers;
    private final List<Site> sites;
    /** The variables that hold what was made for them, and are read. */
    private final Map<Element, Held> held = new HashMap<>();

    /**
     * What a variable holds.
     *
     * @param declaration the path of the variable
     */
    private record Held(TreePath declaration, Made made) {}

    /**
     * Makes one for a walk.
     *
     * @param sites where the sites go, in the order of positions
     */
    DroppedSites(Trees trees, Language language, List<Site> sites) {
        this.trees = trees;
        this.inheritance = language.inheritance();
        this.makers = language.made();
        this.sites = sites;
    }

    void noteCall(TreePath call, Context context) {
        Optional<Made> made = isValueLeft(call, context) ? made(call) : Optional.empty();
        if (made.isPresent() && !isSpokenToMock(call)) {
            note(call, context, made.get(), calledName(call), new Way.Call());
        }
    }

    void noteReference(TreePath reference, Context context) {
        // The method first: most references are to others, and looking the interface up costs more.
        Optional<Made> made = makers.by(trees.getElement(reference));
        TypeMirror type = made.isEmpty() || made.get() == Made.TASK ? null : trees.getTypeMirror(reference);
        if (type == null) {
            return;
        }
        String name = ((MemberReferenceTree) reference.getLeaf()).getName().toString();
        inheritance
                .lambdaTarget(type)
                .filter(target -> isVoid(target.method()))
                .ifPresent(target ->
                        note(reference, context, made.get(), name, new Way.Reference(target.interfaceName())));
    }

    void noteVariable(TreePath variable, Context context) {
        VariableTree tree = (VariableTree) variable.getLeaf();
        if (tree.getInitializer() == null || !isLocal(variable) || isNamedAsUnused(tree.getName())) {
            return;
        }
        Element element = trees.getElement(variable);
        if (element == null) {
            return;
        }
        Made made = kept(new TreePath(variable, tree.getInitializer()), element);
        if (made == null) {
            return;
        }
        if (LocalReads.isRead(variable, element, trees)) {
            held.put(element, new Held(variable, made));
        } else {
            note(variable, context, made, tree.getName().toString(), new Way.Variable());
        }
    }

    /** Returns what is made for a variable, or was made for another and becomes its own; null if nothing. */
    private @Nullable Made kept(TreePath initializer, Element variable) {
        for (TreePath value : ReturnedValue.expressions(initializer)) {
            Optional<Made> made = made(value);
            if (made.isEmpty()) {
                made = takenOver(value);
            }
            if (made.isPresent()
                    && (made.get() == Made.TASK || Made.of(variable.asType()).isPresent())) {
                return made.get();
            }
        }
        return null;
    }

    /** What was made for another variable that is read nowhere but here has only changed its name. */
    private Optional<Made> takenOver(TreePath expression) {
        boolean mayBeOne = !held.isEmpty() && expression.getLeaf() instanceof IdentifierTree;
        Element element = mayBeOne ? trees.getElement(expression) : null;
        if (element == null) {
            return Optional.empty();
        }
        Held other = held.get(element);
        if (other == null || LocalReads.isRead(other.declaration(), element, expression.getLeaf(), trees)) {
            return Optional.empty();
        }
        return Optional.of(other.made());
    }

    private void note(TreePath path, Context context, Made made, String name, Way way) {
        if (context.kind() != CodeKind.UNKNOWN) {
            sites.add(new Site.Dropped(path, context, new DroppedValue(made, name, way)));
        }
    }

    /** Returns what an expression makes, if it is a call. */
    private Optional<Made> made(TreePath expression) {
        return expression.getLeaf() instanceof MethodInvocationTree call
                ? makers.by(trees.getElement(new TreePath(expression, call.getMethodSelect())))
                : Optional.empty();
    }

    private static boolean isValueLeft(TreePath call, Context context) {
        Tree around = call.getParentPath().getLeaf();
        return around instanceof ExpressionStatementTree
                || around instanceof LambdaExpressionTree
                        && context.place() instanceof Place.Lambda lambda
                        && lambda.target()
                                .filter(target -> isVoid(target.method()))
                                .isPresent();
    }

    private static boolean isVoid(ExecutableElement method) {
        return method.getReturnType().getKind() == TypeKind.VOID;
    }

    /**
     * {@code verify(store).save(x)} makes no coroutine: it tells Mockito about a call. Nobody can write it in another way, and
     * a check that is wrong in each test would be switched off.
     */
    private boolean isSpokenToMock(TreePath call) {
        TreePath select = new TreePath(call, ((MethodInvocationTree) call.getLeaf()).getMethodSelect());
        if (!(select.getLeaf() instanceof MemberSelectTree member)) {
            return false;
        }
        TreePath receiver = new TreePath(select, member.getExpression());
        while (receiver.getLeaf() instanceof ParenthesizedTree parenthesized) {
            receiver = new TreePath(receiver, parenthesized.getExpression());
        }
        return receiver.getLeaf() instanceof MethodInvocationTree inner
                && trees.getElement(new TreePath(receiver, inner.getMethodSelect())) instanceof ExecutableElement method
                && Inheritance.owner(method).getQualifiedName().toString().startsWith(MOCKITO);
    }

    private static String calledName(TreePath call) {
        ExpressionTree select = ((MethodInvocationTree) call.getLeaf()).getMethodSelect();
        return select instanceof MemberSelectTree member
                ? member.getIdentifier().toString()
                : ((IdentifierTree) select).getName().toString();
    }

    /** Parameters, resources, variables of loops and patterns get their values from elsewhere, or are there to be closed. */
    private static boolean isLocal(TreePath variable) {
        Tree around = variable.getParentPath().getLeaf();
        return around instanceof BlockTree || around instanceof CaseTree || around instanceof ForLoopTree;
    }

    /** The name of an unnamed variable, which Java 22 has, is empty. */
    private static boolean isNamedAsUnused(Name name) {
        String text = name.toString();
        return text.isEmpty() || text.startsWith("unused") || text.startsWith("ignored");
    }
}
