package dev.fermata.processor.bridge;

import dev.fermata.processor.bridge.BridgeOutcome.Refusal;
import dev.fermata.processor.diagnostic.Line;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** What is said of what cannot be bridged. */
final class Refusals {
    private static final String EXCLUDE = "@Bridge(exclude = \"%s\")";

    private final TypeElement type;

    Refusals(TypeElement type) {
        this.type = type;
    }

    private String typeName() {
        return type.getSimpleName().toString();
    }

    /** At the method if it is one of the type's own: there is no position in what others have written. */
    private Element at(ExecutableElement method) {
        return type.equals(method.getEnclosingElement()) ? method : type;
    }

    Refusal annotationType() {
        return new Refusal(
                type,
                Line.of("@Bridge on annotation type '%s'; it has no coroutine functions", typeName()),
                Line.of("Remove @Bridge."));
    }

    Refusal outOfReach(TypeElement hidden) {
        String name = hidden.getSimpleName().toString();
        Line what = hidden.equals(type)
                ? Line.of(
                        "@Bridge on private type '%s'; its companions are classes of their own and cannot name it",
                        name)
                : Line.of(
                        "@Bridge on '%s' inside of private type '%s'; its companions are classes of their own and cannot name it",
                        typeName(), name);
        return new Refusal(type, what, Line.of("Remove private from '%s', or @Bridge from '%s'.", name, typeName()));
    }

    Refusal nothing() {
        return new Refusal(
                type,
                Line.of("@Bridge on '%s', which has no coroutine function; its companions would be empty", typeName()),
                Line.of("Declare a method that returns Coroutine<T> and is not private, or remove @Bridge."));
    }

    Refusal unknownExclusion(String name) {
        return new Refusal(
                type,
                Line.of("@Bridge excludes '%s', and '%s' has no such coroutine function", name, typeName()),
                Line.of("Write the name of one, or leave it out."));
    }

    Refusal raw(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        return new Refusal(
                at(method),
                Line.of("'%s' does not say what its coroutine returns; neither could its counterpart", name),
                Line.of("Write the type argument, as in Coroutine<String>, or " + EXCLUDE + ".", name));
    }

    Refusal ofRawType(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        return new Refusal(
                at(method),
                Line.of(
                        "'%s' inherits '%s' from a raw type, which does not say what its coroutine returns",
                        typeName(), name),
                Line.of("Write type arguments where '%s' names its supertypes, or " + EXCLUDE + ".", typeName(), name));
    }

    Refusal hiddenType(ExecutableElement method, TypeElement hidden) {
        String name = method.getSimpleName().toString();
        String hiddenName = hidden.getSimpleName().toString();
        return new Refusal(
                at(method),
                Line.of(
                        "'%s' has '%s' in its signature; the companions of '%s' cannot name it",
                        name, hiddenName, typeName()),
                Line.of("Make '%s' visible in the package, or write " + EXCLUDE + ".", hiddenName, name));
    }

    Refusal ofObject(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        return new Refusal(
                at(method),
                Line.of(
                        "'%s' has no counterpart; Object has a method of that signature, which returns something else",
                        name),
                Line.of("Rename it, or write " + EXCLUDE + ".", name));
    }

    Refusal sameSignature(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        return new Refusal(
                at(method),
                Line.of(
                        "static '%s' and its overload with an EventLoop in front have one counterpart; it cannot be both",
                        name),
                Line.of("Rename one of them, or write " + EXCLUDE + ".", name));
    }
}
