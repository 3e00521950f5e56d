package dev.fermata.processor.check;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.fermata.processor.names.RuntimeNames;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Knows the annotations of other libraries that are taken for ours: Spring's, Micronaut's, and that of EJB. */
final class ForeignAnnotations {
    private static final List<String> NAMES = List.of(RuntimeTypes.simple(RuntimeNames.ASYNC), "Asynchronous");

    private ForeignAnnotations() {}

    /**
     * Returns those that a method carries, in the order of the source.
     *
     * @param path the path of the method
     * @param besideOurs whether it carries ours, too
     */
    static List<Site> of(TreePath path, ExecutableElement method, boolean besideOurs, Trees trees) {
        ModifiersTree modifiers = ((MethodTree) path.getLeaf()).getModifiers();
        List<Site> found = new ArrayList<>();
        for (AnnotationTree annotation : modifiers.getAnnotations()) {
            if (!NAMES.contains(UnresolvedAnnotations.simpleName(annotation)) || !isCoroutine(method.getReturnType())) {
                continue;
            }
            TreePath at = new TreePath(new TreePath(path, modifiers), annotation);
            if (trees.getElement(new TreePath(at, annotation.getAnnotationType())) instanceof TypeElement type
                    && type.getKind() == ElementKind.ANNOTATION_TYPE
                    && !type.getQualifiedName().contentEquals(RuntimeNames.ASYNC)) {
                found.add(new Site.ForeignAnnotation(
                        at,
                        type.getQualifiedName().toString(),
                        method.getSimpleName().toString(),
                        besideOurs));
            }
        }
        return found;
    }

    private static boolean isCoroutine(TypeMirror type) {
        return RuntimeTypes.isExactly(type, RuntimeNames.COROUTINE)
                || RuntimeTypes.isExactly(type, RuntimeNames.ASYNC_GENERATOR);
    }
}
