package dev.fermata.processor.check;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.fermata.processor.diagnostic.DiagnosticId;
import dev.fermata.processor.diagnostic.Suppression;
import java.util.Arrays;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Looks for {@code @SuppressWarnings} on the variables, methods and classes around a tree. */
final class SuppressedPlaces {
    private final Trees trees;

    SuppressedPlaces(Trees trees) {
        this.trees = trees;
    }

    boolean isSuppressed(DiagnosticId id, TreePath path) {
        if (!id.isOptional()) {
            return false;
        }
        for (TreePath at = path; at != null; at = at.getParentPath()) {
            if (isDeclaration(at.getLeaf()) && covers(id, trees.getElement(at))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDeclaration(Tree tree) {
        return tree instanceof VariableTree || tree instanceof MethodTree || tree instanceof ClassTree;
    }

    /** The element knows the values also where they are constants of the user's. */
    private static boolean covers(DiagnosticId id, @Nullable Element element) {
        SuppressWarnings annotation = element == null ? null : element.getAnnotation(SuppressWarnings.class);
        return annotation != null && Suppression.covers(id, Arrays.asList(annotation.value()));
    }
}
