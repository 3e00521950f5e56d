package dev.fermata.processor.bridge;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;

/**
 * Type variables that are declared anew. One whose name is taken gets another: where {@code Sub<T>} inherits {@code <T> f(E, T)}
 * of {@code Base<E>}, two of them meet that never met in the source. The name of the bridged type counts as taken: static
 * functions are called on it.
 */
final class Variables {
    private final Map<TypeParameterElement, TypeVariableName> named = new LinkedHashMap<>();
    private final Set<String> taken;

    /** Starts with the names that are taken: those of a type and of variables around. */
    Variables(TypeElement type, List<TypeVariableName> outer) {
        taken = new HashSet<>(ClassName.get(type).simpleNames());
        outer.forEach(variable -> taken.add(variable.name()));
    }

    /** Adds some. */
    Variables add(List<? extends TypeParameterElement> parameters) {
        for (TypeParameterElement parameter : parameters) {
            String name = parameter.getSimpleName().toString();
            String free = name;
            for (int number = 2; !taken.add(free); number++) {
                free = name + number;
            }
            named.put(parameter, TypeVariableName.get(free));
        }
        return this;
    }

    /** Returns what they are called. */
    Map<TypeParameterElement, TypeVariableName> named() {
        return named;
    }

    /** Returns their declarations; {@code names} knows all variables that their bounds may name. */
    List<TypeVariableName> declared(TypeNames names, Reach reach) {
        List<TypeVariableName> declared = new ArrayList<>();
        named.forEach((parameter, name) -> {
            TypeName[] bounds = parameter.getBounds().stream().map(names::of).toArray(TypeName[]::new);
            declared.add(TypeVariableName.get(name.name(), bounds)
                    .annotated(reach.annotations(parameter.getAnnotationMirrors())));
        });
        return declared;
    }
}
