package dev.fermata.processor.check;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;

/**
 * A way to an object by names that mean the same each time: a variable, its field, a method of it without arguments. {@code this}
 * is left out, so that {@code this.a} is {@code a}.
 *
 * @param steps the variables and methods, the first one first
 */
record VariablePath(List<Element> steps) {
    /** Copies the list. */
    VariablePath {
        steps = List.copyOf(steps);
    }

    /** Returns the path that an expression is, if it is one. */
    static Optional<VariablePath> of(TreePath expression, Trees trees) {
        return steps(expression, trees).filter(steps -> !steps.isEmpty()).map(VariablePath::new);
    }

    private static Optional<List<Element>> steps(TreePath path, Trees trees) {
        Tree tree = path.getLeaf();
        if (tree instanceof ParenthesizedTree parenthesized) {
            return steps(new TreePath(path, parenthesized.getExpression()), trees);
        }
        if (tree instanceof TypeCastTree cast) {
            return steps(new TreePath(path, cast.getExpression()), trees);
        }
        if (tree instanceof MethodInvocationTree call) {
            return call.getArguments().isEmpty()
                    ? named(new TreePath(path, call.getMethodSelect()), trees)
                    : Optional.empty();
        }
        return named(path, trees);
    }

    private static Optional<List<Element>> named(TreePath path, Trees trees) {
        Tree tree = path.getLeaf();
        if (tree instanceof IdentifierTree identifier) {
            return isThis(identifier.getName())
                    ? Optional.of(List.of())
                    : element(path, trees).map(List::of);
        }
        if (!(tree instanceof MemberSelectTree select)) {
            return Optional.empty();
        }
        if (isThis(select.getIdentifier())) {
            return Optional.of(List.of());
        }
        return element(path, trees)
                .flatMap(element -> element.getModifiers().contains(Modifier.STATIC)
                        ? Optional.of(List.of(element))
                        : steps(new TreePath(path, select.getExpression()), trees)
                                .map(steps -> Stream.concat(steps.stream(), Stream.of(element))
                                        .toList()));
    }

    private static Optional<Element> element(TreePath path, Trees trees) {
        return Optional.ofNullable(trees.getElement(path)).filter(VariablePath::isStep);
    }

    private static boolean isStep(Element element) {
        return switch (element.getKind()) {
            case FIELD,
                    ENUM_CONSTANT,
                    LOCAL_VARIABLE,
                    PARAMETER,
                    EXCEPTION_PARAMETER,
                    RESOURCE_VARIABLE,
                    BINDING_VARIABLE,
                    METHOD -> true;
            default -> false;
        };
    }

    private static boolean isThis(Name name) {
        return name.contentEquals("this") || name.contentEquals("super");
    }

    /** Tells whether it leads elsewhere when a variable gets another value. */
    boolean leadsThrough(Element variable) {
        return steps.contains(variable);
    }

    /**
     * Tells whether it leads to another thing than a path does: to another field of the same object, or to what another of its
     * methods returns. A field may be what a local variable holds, or a method returns; two fields seldom hold the same.
     */
    boolean isBeside(VariablePath other) {
        int last = steps.size() - 1;
        return last == other.steps.size() - 1
                && steps.subList(0, last).equals(other.steps.subList(0, last))
                && steps.get(last) != other.steps.get(last)
                && steps.get(last).getKind() == other.steps.get(last).getKind()
                && (steps.get(last).getKind() == ElementKind.FIELD
                        || steps.get(last).getKind() == ElementKind.METHOD);
    }
}
