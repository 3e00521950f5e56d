package dev.fermata.processor.bridge;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.fermata.processor.bridge.BridgedFunction.Kind;
import dev.fermata.processor.names.RuntimeNames;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/**
 * What a method returns, if that is a coroutine or async generator.
 *
 * @param kind which
 * @param result the type of the result or of the elements
 * @param raw whether the source does not say which type that is
 */
record Returned(Kind kind, TypeName result, boolean raw) {
    /** Reads it off a return type; subtypes count, and variables are what they are bounded by. */
    static Optional<Returned> by(TypeMirror type, TypeNames names) {
        if (type instanceof TypeVariable variable) {
            return by(variable.getUpperBound(), names);
        }
        if (type instanceof IntersectionType intersection) {
            return intersection.getBounds().stream()
                    .flatMap(bound -> by(bound, names).stream())
                    .findFirst();
        }
        if (!(type instanceof DeclaredType declared)) {
            return Optional.empty();
        }
        TypeElement element = (TypeElement) declared.asElement();
        if (element.getQualifiedName().contentEquals(RuntimeNames.COROUTINE)) {
            return Optional.of(coroutine(declared, names));
        }
        if (element.getQualifiedName().contentEquals(RuntimeNames.ASYNC_GENERATOR)) {
            return Optional.of(of(Kind.ASYNC_GENERATOR, declared, names));
        }
        TypeNames inside = names.ofMembers(declared);
        return Stream.concat(Stream.of(element.getSuperclass()), element.getInterfaces().stream())
                .flatMap(superType -> by(superType, inside).stream())
                .findFirst();
    }

    private static Returned coroutine(DeclaredType type, TypeNames names) {
        Returned returned = of(Kind.COROUTINE, type, names);
        return returned.result.withoutAnnotations().equals(ClassName.get(Void.class))
                ? new Returned(Kind.VOID_COROUTINE, returned.result, false)
                : returned;
    }

    private static Returned of(Kind kind, DeclaredType type, TypeNames names) {
        if (type.getTypeArguments().isEmpty()) {
            return new Returned(kind, ClassName.OBJECT, true);
        }
        return new Returned(kind, bound(type.getTypeArguments().get(0), names), false);
    }

    /** What can be said of a wildcard by whoever reads from it. */
    private static TypeName bound(TypeMirror argument, TypeNames names) {
        if (!(argument instanceof WildcardType wildcard)) {
            return names.of(argument);
        }
        return wildcard.getExtendsBound() == null ? ClassName.OBJECT : names.of(wildcard.getExtendsBound());
    }
}
