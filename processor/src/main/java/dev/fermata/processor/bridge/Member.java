package dev.fermata.processor.bridge;

import java.util.Objects;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * A method of a type, its own or inherited.
 *
 * @param method the method
 * @param names names types as they are seen from the type
 */
record Member(ExecutableElement method, TypeNames names) {
    TypeElement owner() {
        return (TypeElement) Objects.requireNonNull(method.getEnclosingElement(), "a method belongs to a type");
    }

    String name() {
        return method.getSimpleName().toString();
    }
}
