package dev.fermata.processor.check;

import java.util.List;
import java.util.Optional;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * Recognises types of the runtime by their names. No subtype test of javac is used: it says yes to types that are missing,
 * and a type that is not on the path cannot be asked for.
 *
 * <p>Loops and no streams: these questions are asked of each method of a module, in a compiler that has not run long.
 */
final class RuntimeTypes {
    private RuntimeTypes() {}

    /** Tells whether an element carries an annotation. */
    static boolean carries(AnnotatedConstruct element, String annotation) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (isExactly(mirror.getAnnotationType(), annotation)) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether a type is this very one, with any type arguments or none. */
    static boolean isExactly(TypeMirror type, String name) {
        return type.getKind() == TypeKind.DECLARED
                && type instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement element
                && element.getQualifiedName().contentEquals(name);
    }

    /** Tells whether a type is this one or a subtype; a variable is what its bound is. */
    static boolean isA(@Nullable TypeMirror type, String name) {
        if (type == null || type.getKind() == TypeKind.ERROR) {
            return false;
        }
        if (type instanceof TypeVariable variable) {
            return isA(variable.getUpperBound(), name);
        }
        if (type instanceof WildcardType wildcard) {
            return isA(wildcard.getExtendsBound(), name);
        }
        if (type instanceof IntersectionType intersection) {
            return isAnyA(intersection.getBounds(), name);
        }
        if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            return element.getQualifiedName().contentEquals(name)
                    || isA(element.getSuperclass(), name)
                    || isAnyA(element.getInterfaces(), name);
        }
        return false;
    }

    private static boolean isAnyA(List<? extends TypeMirror> types, String name) {
        for (TypeMirror type : types) {
            if (isA(type, name)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the intersection that a type is, or a variable has for its bound. */
    static Optional<IntersectionType> intersection(@Nullable TypeMirror type) {
        if (type instanceof TypeVariable variable) {
            return intersection(variable.getUpperBound());
        }
        return type instanceof IntersectionType intersection ? Optional.of(intersection) : Optional.empty();
    }

    /** Tells whether an element is a method of this name that this type declares. */
    static boolean isMethod(@Nullable Element element, String type, String method) {
        return element != null
                && element.getKind() == ElementKind.METHOD
                && element.getSimpleName().contentEquals(method)
                && element.getEnclosingElement() instanceof TypeElement owner
                && owner.getQualifiedName().contentEquals(type);
    }

    /** Returns the simple name in a qualified one. */
    static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
