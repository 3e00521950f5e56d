package dev.fermata.processor.check;

import com.sun.source.util.Trees;
import dev.fermata.processor.names.RuntimeNames;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Finds our annotations on record components: they land on the accessor, which has no tree of its own. */
final class RecordComponents {
    private RecordComponents() {}

    /** Returns the annotation on the accessor that javac makes for the component behind a field, if there is one. */
    static Optional<String> annotationOnAccessor(VariableElement field, Trees trees) {
        if (field.getKind() != ElementKind.FIELD
                || !(field.getEnclosingElement() instanceof TypeElement type)
                || type.getKind() != ElementKind.RECORD) {
            return Optional.empty();
        }
        for (RecordComponentElement component : type.getRecordComponents()) {
            ExecutableElement accessor =
                    component.getSimpleName().equals(field.getSimpleName()) ? component.getAccessor() : null;
            String annotation = accessor == null ? null : annotation(accessor);
            // The tree last: to look it up costs much, and hardly any carries an annotation of ours.
            if (annotation != null && trees.getTree(accessor) == null) {
                return Optional.of("@" + RuntimeTypes.simple(annotation));
            }
        }
        return Optional.empty();
    }

    private static @Nullable String annotation(ExecutableElement accessor) {
        if (RuntimeTypes.carries(accessor, RuntimeNames.ASYNC)) {
            return RuntimeNames.ASYNC;
        }
        return RuntimeTypes.carries(accessor, RuntimeNames.YIELDS) ? RuntimeNames.YIELDS : null;
    }
}
