package dev.fermata.processor.check;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Prints types as messages show them: simple names, type arguments, no annotations. */
final class TypeText {
    private TypeText() {}

    static String of(TypeMirror type) {
        if (type instanceof IntersectionType intersection) { // before DeclaredType, which javac's own is, too
            return intersection.getBounds().stream().map(TypeText::of).collect(Collectors.joining(" & "));
        }
        if (type instanceof DeclaredType declared) {
            return declared.asElement().getSimpleName() + arguments(declared.getTypeArguments());
        }
        if (type instanceof ArrayType array) {
            return of(array.getComponentType()) + "[]";
        }
        if (type instanceof TypeVariable variable) {
            return variable.asElement().getSimpleName().toString();
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard(wildcard);
        }
        return type.getKind().name().toLowerCase(Locale.ROOT);
    }

    private static String arguments(List<? extends TypeMirror> arguments) {
        return arguments.isEmpty()
                ? ""
                : arguments.stream().map(TypeText::of).collect(Collectors.joining(", ", "<", ">"));
    }

    private static String wildcard(WildcardType wildcard) {
        if (wildcard.getExtendsBound() != null) {
            return "? extends " + of(wildcard.getExtendsBound());
        }
        return wildcard.getSuperBound() != null ? "? super " + of(wildcard.getSuperBound()) : "?";
    }

    /** As {@link #of}, as it stands between angle brackets. */
    static String asArgument(TypeMirror type) {
        if (type instanceof PrimitiveType) {
            return switch (type.getKind()) {
                case INT -> "Integer";
                case CHAR -> "Character";
                default -> {
                    String name = of(type);
                    yield Character.toUpperCase(name.charAt(0)) + name.substring(1);
                }
            };
        }
        return of(type);
    }
}
