package dev.fermata.processor.bridge;

import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/**
 * A coroutine function that gets counterparts.
 *
 * @param method the method
 * @param kind what it returns
 * @param result the type of what the coroutine returns, or of the elements
 * @param variables its type variables, with their bounds
 * @param names names the types of its signature
 */
record BridgedFunction(
        ExecutableElement method, Kind kind, TypeName result, List<TypeVariableName> variables, TypeNames names) {
    /** What is returned to whoever calls it. */
    enum Kind {
        /** A coroutine with a result. */
        COROUTINE,
        /** A coroutine whose result is Void. */
        VOID_COROUTINE,
        /** An async generator. */
        ASYNC_GENERATOR
    }

    /** Copies the list. */
    BridgedFunction {
        variables = List.copyOf(variables);
    }

    String name() {
        return method.getSimpleName().toString();
    }

    boolean isStatic() {
        return method.getModifiers().contains(Modifier.STATIC);
    }
}
