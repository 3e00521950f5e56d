package dev.fermata.processor.check;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
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
 * Where a value is kept that other tasks may change: a field of this object or of a class, a field of an object that such a field
 * holds, or an element of an array in one of them. Fields of an object that a local variable or parameter holds are left out: who
 * else knows the object is not to be seen, and most are results in the making.
 *
 * @param fields the fields that lead there, the outermost object's first
 * @param indices the indices of the element as they stand in the source, outermost first; none for the field itself
 * @param shown how messages call it
 */
record FieldPlace(List<Element> fields, List<String> indices, String shown) {
    /** Copies the lists. */
    FieldPlace {
        fields = List.copyOf(fields);
        indices = List.copyOf(indices);
    }

    /** Returns the place that an expression names. */
    static Optional<FieldPlace> of(TreePath path, Trees trees) {
        Tree tree = path.getLeaf();
        if (tree instanceof ParenthesizedTree parenthesized) {
            return of(new TreePath(path, parenthesized.getExpression()), trees);
        }
        if (tree instanceof ArrayAccessTree access) {
            return of(new TreePath(path, access.getExpression()), trees)
                    .map(array -> array.element(access.getIndex().toString(), tree.toString()));
        }
        Element element =
                tree instanceof IdentifierTree || tree instanceof MemberSelectTree ? trees.getElement(path) : null;
        if (element == null || element.getKind() != ElementKind.FIELD || isKeyword(tree)) {
            return Optional.empty();
        }
        if (tree instanceof IdentifierTree
                || element.getModifiers().contains(Modifier.STATIC)
                || tree instanceof MemberSelectTree select && isThis(select.getExpression())) {
            return Optional.of(new FieldPlace(List.of(element), List.of(), tree.toString()));
        }
        return of(new TreePath(path, ((MemberSelectTree) tree).getExpression()), trees)
                .filter(owner -> owner.indices.isEmpty())
                .map(owner -> new FieldPlace(
                        Stream.concat(owner.fields.stream(), Stream.of(element)).toList(), List.of(), tree.toString()));
    }

    /** In a tree, {@code this} and {@code super} are variables. */
    private static boolean isKeyword(Tree tree) {
        return tree instanceof IdentifierTree identifier && isThis(identifier.getName());
    }

    private static boolean isThis(ExpressionTree tree) {
        return tree instanceof IdentifierTree identifier && isThis(identifier.getName())
                || tree instanceof MemberSelectTree select && isThis(select.getIdentifier());
    }

    private static boolean isThis(Name name) {
        return name.contentEquals("this") || name.contentEquals("super");
    }

    private FieldPlace element(String index, String elementShown) {
        return new FieldPlace(
                fields, Stream.concat(indices.stream(), Stream.of(index)).toList(), elementShown);
    }

    /** Tells whether an expression names this place. An index that is not the same word for word may be another one. */
    boolean isNamedBy(TreePath path, Trees trees) {
        return of(path, trees)
                .filter(other -> other.fields.equals(fields)
                        && other.indices.equals(indices)
                        && indices.stream().allMatch(FieldPlace::isSameTwice))
                .isPresent();
    }

    private static boolean isSameTwice(String index) {
        return !index.contains("(") && !index.contains("++") && !index.contains("--") && !index.contains("= ");
    }
}
