package dev.fermata.processor.check;

import com.sun.source.util.Trees;
import dev.fermata.processor.names.RuntimeNames;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

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
        return ElementFilter.recordComponentsIn(type.getEnclosedElements()).stream()
                .filter(component -> component.getSimpleName().equals(field.getSimpleName()))
                .map(RecordComponentElement::getAccessor)
                .filter(Objects::nonNull)
                // The tree last: to look it up costs much, and hardly any carries an annotation of ours.
                .flatMap(accessor -> annotations(accessor).filter(annotation -> trees.getTree(accessor) == null))
                .findFirst();
    }

    private static Stream<String> annotations(ExecutableElement accessor) {
        return Stream.of(RuntimeNames.ASYNC, RuntimeNames.YIELDS)
                .filter(annotation -> RuntimeTypes.carries(accessor, annotation))
                .map(annotation -> "@" + RuntimeTypes.simple(annotation));
    }
}
