package dev.fermata.processor.check;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import dev.fermata.processor.names.RuntimeNames;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * Knows the annotations that may have been meant to be ours, but whose import is missing: nothing can be said then of the
 * code that carries them. javac keeps no mirror of such a one where an older version has run processors, so that only the
 * source tells.
 */
final class UnresolvedAnnotations {
    private static final List<String> NAMES =
            List.of(RuntimeTypes.simple(RuntimeNames.ASYNC), RuntimeTypes.simple(RuntimeNames.YIELDS));

    private UnresolvedAnnotations() {}

    /**
     * Tells whether a method carries one.
     *
     * @param source its tree; null if it comes from a class file
     */
    static boolean isOn(ExecutableElement method, @Nullable MethodTree source) {
        for (AnnotationMirror mirror : method.getAnnotationMirrors()) {
            if (isUnresolved(mirror)) {
                return true;
            }
        }
        return source != null && isNamedWithoutMirror(method, source);
    }

    private static boolean isNamedWithoutMirror(ExecutableElement method, MethodTree source) {
        for (AnnotationTree annotation : source.getModifiers().getAnnotations()) {
            String name = simpleName(annotation);
            if (NAMES.contains(name) && hasNoMirror(method, name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnresolved(AnnotationMirror mirror) {
        return mirror.getAnnotationType().getKind() == TypeKind.ERROR && NAMES.contains(simpleName(mirror));
    }

    private static boolean hasNoMirror(ExecutableElement method, String name) {
        return method.getAnnotationMirrors().stream()
                .noneMatch(mirror -> simpleName(mirror).equals(name));
    }

    private static String simpleName(AnnotationMirror mirror) {
        return mirror.getAnnotationType().asElement().getSimpleName().toString();
    }

    /** Returns the simple name by which the source calls an annotation. */
    static String simpleName(AnnotationTree annotation) {
        if (annotation.getAnnotationType() instanceof IdentifierTree identifier) {
            return identifier.getName().toString();
        }
        return annotation.getAnnotationType() instanceof MemberSelectTree member
                ? member.getIdentifier().toString()
                : "";
    }
}
