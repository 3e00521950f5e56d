package dev.fermata.processor.check;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import dev.fermata.processor.check.SourceOutline.Suspends;
import dev.fermata.processor.check.SourceOutline.Verb;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The suspensions of a function as they are written. */
final class SuspensionTexts {
    private final SourceText source;
    private final List<Suspends> found = new ArrayList<>();

    private SuspensionTexts(SourceText source) {
        this.source = source;
    }

    static List<Suspends> of(Context function, ClassModel model, SourceText source) {
        SuspensionTexts texts = new SuspensionTexts(source);
        model.sites().stream()
                .filter(Site.Suspension.class::isInstance)
                .map(Site.Suspension.class::cast)
                .filter(site -> site.context() == function)
                // A call is noted before its arguments, and made after them.
                .sorted(Comparator.comparingLong(site -> source.end(site.tree())))
                .forEach(texts::add);
        return texts.found;
    }

    private void add(Site.Suspension site) {
        if (site instanceof Site.Call call && site.tree() instanceof MethodInvocationTree tree) {
            addCall(tree, verb(call.intrinsic()));
        } else if (site instanceof Site.ImplicitCall call && site.tree() instanceof MethodInvocationTree tree) {
            Verb verb = call.method().equals("close") ? Verb.CLOSE : Verb.NEXT;
            int line = source.lastLine(tree.getMethodSelect());
            if (tree.getMethodSelect() instanceof MemberSelectTree select) {
                add(verb, line, line, select.getExpression());
            } else {
                found.add(new Suspends(verb, line, line, "this", Optional.empty()));
            }
        } else if (site instanceof Site.AsyncFor && site.tree() instanceof EnhancedForLoopTree loop) {
            int last = source.lastLine(loop.getExpression());
            // The class file names the iterator, which has no name.
            found.add(new Suspends(
                    Verb.NEXT, source.line(loop), last, source.of(loop.getExpression()), Optional.empty()));
        } else if (site instanceof Site.AsyncTry && site.tree() instanceof TryTree tree) {
            int last = source.lastLine(tree.getBlock());
            tree.getResources().forEach(resource -> addResource(resource, source.line(tree), last));
        }
    }

    private void addCall(MethodInvocationTree tree, Verb verb) {
        int line = source.lastLine(tree.getMethodSelect());
        add(verb, line, line, tree.getArguments().get(0));
    }

    private void addResource(Tree resource, int firstLine, int lastLine) {
        if (resource instanceof VariableTree variable) {
            String name = variable.getName().toString();
            found.add(new Suspends(Verb.CLOSE, firstLine, lastLine, name, Optional.of(name)));
        } else {
            // javac copies an expression to a variable without a name.
            found.add(new Suspends(Verb.CLOSE, firstLine, lastLine, source.of(resource), Optional.empty()));
        }
    }

    private void add(Verb verb, int firstLine, int lastLine, ExpressionTree operand) {
        found.add(new Suspends(verb, firstLine, lastLine, source.of(operand), named(operand)));
    }

    private static Verb verb(Intrinsic intrinsic) {
        return switch (intrinsic) {
            case AWAIT -> Verb.AWAIT;
            case SUSPEND -> Verb.SUSPEND;
            case YIELD, ASYNC_YIELD -> Verb.YIELD;
            case YIELD_FROM -> Verb.YIELD_FROM;
        };
    }

    private static Optional<String> named(ExpressionTree operand) {
        if (operand instanceof ParenthesizedTree inner) {
            return named(inner.getExpression());
        } else if (operand instanceof TypeCastTree cast) {
            return named(cast.getExpression());
        } else if (operand instanceof MethodInvocationTree call) {
            return named(call.getMethodSelect()).map(name -> name + "()");
        } else if (operand instanceof NewClassTree created) {
            return created.getClassBody() == null ? simpleName(created.getIdentifier()) : Optional.empty();
        } else if (operand instanceof IdentifierTree identifier) {
            return identifier.getName().contentEquals("this")
                    ? Optional.empty()
                    : Optional.of(identifier.getName().toString());
        } else if (operand instanceof MemberSelectTree select) {
            return Optional.of(select.getIdentifier().toString());
        }
        return Optional.empty();
    }

    private static Optional<String> simpleName(Tree type) {
        if (type instanceof ParameterizedTypeTree generic) {
            return simpleName(generic.getType());
        } else if (type instanceof ExpressionTree expression) {
            return named(expression).map(name -> "new " + name + "()");
        }
        return Optional.empty();
    }
}
