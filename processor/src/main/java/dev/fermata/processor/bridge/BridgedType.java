package dev.fermata.processor.bridge;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * A type that gets companions.
 *
 * @param element the type
 * @param name its name, with type arguments if it has any
 * @param variables the type variables of a companion: its own, and those of classes that it is an inner class of
 * @param functions the functions that get counterparts
 */
record BridgedType(
        TypeElement element, TypeName name, List<TypeVariableName> variables, List<BridgedFunction> functions) {
    /** Copies the lists. */
    BridgedType {
        variables = List.copyOf(variables);
        functions = List.copyOf(functions);
    }

    ClassName rawName() {
        return ClassName.get(element);
    }

    /** Returns the name of a companion. The line keeps Outer.Inner apart from OuterInner. */
    ClassName companion(String suffix) {
        return ClassName.get(rawName().packageName(), String.join("_", rawName().simpleNames()) + suffix);
    }

    /** Whether all can see it. */
    boolean isPublic() {
        for (Element each = element; each instanceof TypeElement; each = each.getEnclosingElement()) {
            if (!each.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
        }
        return true;
    }
}
