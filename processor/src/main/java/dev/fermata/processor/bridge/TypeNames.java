package dev.fermata.processor.bridge;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/**
 * Names types as the source of a companion has to, with their type annotations, which say what may be null. Type variables
 * are replaced by what they stand for in the bridged type: {@code Types.asMemberOf} would do that, and lose the annotations.
 */
final class TypeNames {
    private final Map<TypeParameterElement, TypeName> variables;
    private final Reach reach;
    private final boolean erased;

    private TypeNames(Map<TypeParameterElement, TypeName> variables, Reach reach, boolean erased) {
        this.variables = variables;
        this.reach = reach;
        this.erased = erased;
    }

    /** Makes one that knows no type variable. */
    static TypeNames of(Reach reach) {
        return new TypeNames(Map.of(), reach, false);
    }

    /** Returns one that knows more type variables. */
    TypeNames with(Map<TypeParameterElement, ? extends TypeName> more) {
        Map<TypeParameterElement, TypeName> all = new HashMap<>(variables);
        all.putAll(more);
        return new TypeNames(all, reach, erased);
    }

    /** Returns one for the members of a supertype, which is named here. */
    TypeNames ofMembers(DeclaredType superType) {
        Map<TypeParameterElement, TypeName> meant = new HashMap<>();
        boolean raw = erased;
        for (TypeMirror each = superType; each instanceof DeclaredType type; each = type.getEnclosingType()) {
            List<? extends TypeParameterElement> parameters = element(type).getTypeParameters();
            List<? extends TypeMirror> arguments = type.getTypeArguments();
            raw |= arguments.size() < parameters.size();
            for (int i = 0; i < parameters.size(); i++) {
                meant.put(parameters.get(i), arguments.isEmpty() ? ClassName.OBJECT : of(arguments.get(i)));
            }
        }
        return new TypeNames(meant, reach, raw);
    }

    /** Whether it is for the members of a raw type, which have lost their type arguments (JLS 4.8). */
    boolean areErased() {
        return erased;
    }

    /** Names a type. */
    TypeName of(TypeMirror type) {
        return switch (type.getKind()) {
            case DECLARED -> annotated(declared((DeclaredType) type), type);
            case TYPEVAR -> annotated(variable((TypeVariable) type), type);
            case ARRAY -> annotated(ArrayTypeName.of(of(((ArrayType) type).getComponentType())), type);
            case WILDCARD -> wildcard((WildcardType) type);
            default -> annotated(TypeName.get(type).withoutAnnotations(), type);
        };
    }

    private TypeName declared(DeclaredType type) {
        ClassName name = ClassName.get(element(type));
        TypeName[] arguments = type.getTypeArguments().stream().map(this::of).toArray(TypeName[]::new);
        if (type.getEnclosingType().getKind() == TypeKind.DECLARED
                && of(type.getEnclosingType()) instanceof ParameterizedTypeName outer) {
            return outer.nestedClass(name.simpleName(), List.of(arguments));
        }
        return arguments.length == 0 ? name : ParameterizedTypeName.get(name, arguments);
    }

    private TypeName variable(TypeVariable type) {
        return Objects.requireNonNull(variables.get((TypeParameterElement) type.asElement()), "an unknown variable");
    }

    private TypeName wildcard(WildcardType type) {
        if (type.getSuperBound() != null) {
            return WildcardTypeName.supertypeOf(of(type.getSuperBound()));
        }
        return WildcardTypeName.subtypeOf(
                type.getExtendsBound() == null ? ClassName.OBJECT : of(type.getExtendsBound()));
    }

    /** What stands at the use of a type variable holds, whatever stands at the type that it is replaced by (JSpecify). */
    private TypeName annotated(TypeName name, TypeMirror type) {
        List<AnnotationSpec> annotations = reach.annotations(type.getAnnotationMirrors());
        return annotations.isEmpty() ? name : name.withoutAnnotations().annotated(annotations);
    }

    private static TypeElement element(DeclaredType type) {
        return (TypeElement) type.asElement();
    }
}
