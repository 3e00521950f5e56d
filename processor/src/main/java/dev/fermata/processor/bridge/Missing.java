package dev.fermata.processor.bridge;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/**
 * A type that does not exist yet, and never may, in what a companion is made of.
 *
 * @param name its name
 * @param holder the type in whose declaration it is named
 */
record Missing(String name, TypeElement holder) {
    /** Returns the first in the declaration of a type and of all that it inherits from. */
    static Optional<Missing> in(TypeElement type) {
        List<TypeMirror> supertypes = Stream.concat(Stream.of(type.getSuperclass()), type.getInterfaces().stream())
                .toList();
        return firstOf(Stream.concat(bounds(type.getTypeParameters()), supertypes.stream()))
                .map(name -> new Missing(name, type))
                .or(() -> supertypes.stream()
                        .filter(DeclaredType.class::isInstance)
                        .flatMap(superType -> in((TypeElement) ((DeclaredType) superType).asElement()).stream())
                        .findFirst());
    }

    /** Returns the first in the signature of a method. */
    static Optional<Missing> in(ExecutableElement method) {
        return firstOf(Stream.of(
                                Stream.of(method.getReturnType()),
                                bounds(method.getTypeParameters()),
                                method.getParameters().stream().map(VariableElement::asType),
                                method.getThrownTypes().stream())
                        .flatMap(types -> types))
                .map(name -> new Missing(name, (TypeElement)
                        Objects.requireNonNull(method.getEnclosingElement(), "a method belongs to a type")));
    }

    private static Stream<? extends TypeMirror> bounds(List<? extends TypeParameterElement> parameters) {
        return parameters.stream().flatMap(parameter -> parameter.getBounds().stream());
    }

    private static Optional<String> firstOf(Stream<? extends TypeMirror> types) {
        return types.flatMap(type -> in(type).stream()).findFirst();
    }

    private static Optional<String> in(TypeMirror type) {
        if (type.getKind() == TypeKind.ERROR) {
            return Optional.of(type.toString());
        }
        if (type instanceof ArrayType array) {
            return in(array.getComponentType());
        }
        if (type instanceof WildcardType wildcard) {
            return Stream.of(
                            Optional.ofNullable(wildcard.getExtendsBound()),
                            Optional.ofNullable(wildcard.getSuperBound()))
                    .flatMap(bound -> bound.flatMap(Missing::in).stream())
                    .findFirst();
        }
        return type instanceof DeclaredType declared
                ? firstOf(declared.getTypeArguments().stream()).or(() -> in(declared.getEnclosingType()))
                : Optional.empty();
    }
}
