package dev.fermata.processor.check;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.fermata.processor.check.SourceOutline.Form;
import dev.fermata.processor.check.SourceOutline.Function;
import dev.fermata.processor.check.SourceOutline.Raised;
import dev.fermata.processor.diagnostic.Severity;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Collects what a report tells of the source of one top-level class, while it is checked. */
final class SourceOutliner {
    private final ClassModel model;
    private final SourceText source;
    private final JvmNames names;
    private final Trees trees;
    private final Map<Context, List<Raised>> raised = new IdentityHashMap<>();
    private final List<Raised> elsewhere = new ArrayList<>();

    SourceOutliner(ClassModel model, CompilationUnitTree unit, Trees trees, JvmNames names) {
        this.model = model;
        this.source = new SourceText(unit, trees.getSourcePositions());
        this.names = names;
        this.trees = trees;
    }

    /** Notes what a check has reported. */
    void raised(Check check, Site site, Severity severity, String text) {
        Raised found = new Raised(check.id(), severity, source.line(site.tree()), text);
        Context function = function(site);
        List<Raised> list = function == null ? elsewhere : raised.computeIfAbsent(function, it -> new ArrayList<>());
        list.add(found);
    }

    /** The innermost function that a site is in; a plain lambda in it counts as a part of it. */
    private @Nullable Context function(Site site) {
        Context context = site instanceof Site.Inside inside ? inside.context() : declared(site.path());
        while (context != null && !isFunction(context)) {
            context = context.outer();
        }
        return context;
    }

    /** The function whose declaration a tree is, or is a part of, as its annotations are. */
    private @Nullable Context declared(TreePath path) {
        for (TreePath around = path; around != null; around = around.getParentPath()) {
            Tree tree = around.getLeaf();
            for (Context context : model.contexts()) {
                if (context.path().getLeaf() == tree) {
                    return context;
                }
            }
        }
        return null;
    }

    private static boolean isFunction(Context context) {
        return context.kind().isAsync() || context.kind().isGenerator();
    }

    SourceOutline outline(TypeElement topLevel) {
        List<Function> functions = model.contexts().stream()
                .filter(SourceOutliner::isFunction)
                .map(this::function)
                .toList();
        return new SourceOutline(names.internalName(topLevel).replace('/', '.'), functions, elsewhere);
    }

    private Function function(Context context) {
        Tree tree = context.path().getLeaf();
        TypeElement type = owner(context.path());
        boolean anonymous = type != null && type.getNestingKind() == NestingKind.ANONYMOUS;
        Form form =
                context.place() instanceof Place.Lambda ? Form.LAMBDA : anonymous ? Form.ANONYMOUS_METHOD : Form.METHOD;
        String descriptor = context.place() instanceof Place.Method method ? names.descriptor(method.element()) : "";
        return new Function(
                type == null ? "" : names.internalName(type),
                name(context),
                descriptor,
                form,
                kind(context.kind()),
                signature(tree, context.place()),
                source.line(tree),
                source.lastLine(tree),
                source.end(tree),
                SuspensionTexts.of(context, model, source),
                raised.getOrDefault(context, List.of()));
    }

    private @Nullable TypeElement owner(TreePath path) {
        for (TreePath around = path; around != null; around = around.getParentPath()) {
            if (around.getLeaf() instanceof ClassTree && trees.getElement(around) instanceof TypeElement type) {
                return type;
            }
        }
        return null;
    }

    private static String name(Context context) {
        for (Context around = context; around != null; around = around.outer()) {
            if (around.place() instanceof Place.Method method) {
                return method.name();
            } else if (around.place() instanceof Place.Field field) {
                return field.element().getSimpleName().toString();
            } else if (around.place() instanceof Place.Constructor) {
                return "new";
            } else if (around.place() instanceof Place.Block block) {
                return block.isStatic() ? "static" : "new";
            }
        }
        return "";
    }

    private static AsyncFacts.Kind kind(CodeKind kind) {
        return switch (kind) {
            case GENERATOR -> AsyncFacts.Kind.GENERATOR;
            case ASYNC_GENERATOR -> AsyncFacts.Kind.ASYNC_GENERATOR;
            case FUTURE -> AsyncFacts.Kind.FUTURE;
            case COROUTINE, PLAIN, UNKNOWN -> AsyncFacts.Kind.COROUTINE;
        };
    }

    private String signature(Tree tree, Place place) {
        if (tree instanceof MethodTree method) {
            return SourceText.onOneLine(method.getReturnType() + " " + method.getName()
                    + method.getParameters().stream()
                            .map(it -> it.getType() + " " + it.getName())
                            .collect(Collectors.joining(", ", "(", ")")));
        } else if (tree instanceof LambdaExpressionTree lambda && place instanceof Place.Lambda known) {
            String target = known.target().map(it -> it.interfaceName() + " ").orElse("");
            return target
                    + lambda.getParameters().stream()
                            .map(VariableTree::getName)
                            .collect(Collectors.joining(", ", "(", ") -> .."));
        }
        return "";
    }
}
