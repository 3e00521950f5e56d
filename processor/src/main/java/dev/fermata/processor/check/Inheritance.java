package dev.fermata.processor.check;

import dev.fermata.processor.names.RuntimeNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Tells what overrides what. */
final class Inheritance {
    private final Elements elements;
    /** What was found before: a module writes thousands of lambdas for a few dozen interfaces. */
    private final Map<TypeElement, Optional<LambdaTarget>> lambdaTargets = new HashMap<>();

    Inheritance(Elements elements) {
        this.elements = elements;
    }

    /**
     * Returns the method that a method overrides or implements. Only the nearest count, those that no other overridden method
     * overrides in its turn; among them, which only unrelated supertypes can give, one with {@code @Async} comes first.
     */
    Optional<ExecutableElement> overridden(ExecutableElement method) {
        if (method.getModifiers().contains(Modifier.STATIC)) {
            return Optional.empty();
        }
        TypeElement owner = owner(method);
        List<ExecutableElement> overridden = new ArrayList<>();
        for (TypeElement type : closure(owner)) {
            for (ExecutableElement other : ElementFilter.methodsIn(type.getEnclosedElements())) {
                if (other != method
                        && other.getSimpleName().equals(method.getSimpleName())
                        && elements.overrides(method, other, owner)) {
                    overridden.add(other);
                }
            }
        }
        return asyncFirst(nearest(overridden, owner));
    }

    /** Returns the type that declares a method. */
    static TypeElement owner(ExecutableElement method) {
        return (TypeElement) Objects.requireNonNull(method.getEnclosingElement(), "a method belongs to a type");
    }

    /** Tells whether a supertype of a class is missing, so that nobody knows what its methods override. */
    boolean isIncomplete(TypeElement type) {
        if (isMissing(type.getSuperclass())) {
            return true;
        }
        for (TypeMirror superType : type.getInterfaces()) {
            if (isMissing(superType)) {
                return true;
            }
        }
        return false;
    }

    private boolean isMissing(TypeMirror superType) {
        return superType.getKind() == TypeKind.ERROR
                || superType instanceof DeclaredType declared
                        && declared.asElement() instanceof TypeElement element
                        && isIncomplete(element);
    }

    /** Returns the functional interface that a lambda has been given as its type. */
    Optional<LambdaTarget> lambdaTarget(TypeMirror type) {
        if (type instanceof IntersectionType intersection) {
            return intersection.getBounds().stream()
                    .flatMap(bound -> lambdaTarget(bound).stream())
                    .findFirst();
        }
        if (type.getKind() != TypeKind.DECLARED
                || !(((DeclaredType) type).asElement() instanceof TypeElement element)
                || element.getKind() != ElementKind.INTERFACE) {
            return Optional.empty();
        }
        Optional<LambdaTarget> known = lambdaTargets.get(element);
        if (known == null) {
            known = lambdaTarget(element);
            lambdaTargets.put(element, known);
        }
        return known;
    }

    private Optional<LambdaTarget> lambdaTarget(TypeElement element) {
        List<ExecutableElement> methods = closure(element).stream()
                .flatMap(each -> ElementFilter.methodsIn(each.getEnclosedElements()).stream())
                .filter(method -> !method.getModifiers().contains(Modifier.STATIC))
                .toList();
        // Default methods take part, since they may implement what a superinterface left open.
        List<ExecutableElement> open = nearest(methods, element).stream()
                .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT) && !isOfObject(method))
                .toList();
        return asyncFirst(open).map(method -> new LambdaTarget(element, method));
    }

    private static Optional<ExecutableElement> asyncFirst(List<ExecutableElement> methods) {
        for (ExecutableElement method : methods) {
            if (RuntimeTypes.carries(method, RuntimeNames.ASYNC)) {
                return Optional.of(method);
            }
        }
        return methods.isEmpty() ? Optional.empty() : Optional.of(methods.get(0));
    }

    private List<ExecutableElement> nearest(List<ExecutableElement> methods, TypeElement origin) {
        return methods.stream()
                .filter(method -> methods.stream()
                        .noneMatch(other -> other != method
                                && other.getSimpleName().equals(method.getSimpleName())
                                && elements.overrides(other, method, origin)))
                .toList();
    }

    /** Interfaces may repeat what each object has; that does not make it their functional method (JLS 9.8). */
    private static boolean isOfObject(ExecutableElement method) {
        int parameters = method.getParameters().size();
        return switch (method.getSimpleName().toString()) {
            case "equals" ->
                parameters == 1
                        && RuntimeTypes.isExactly(method.getParameters().get(0).asType(), "java.lang.Object");
            case "hashCode", "toString" -> parameters == 0;
            default -> false;
        };
    }

    /** Returns a type and all its supertypes, nearer ones first. */
    private static Set<TypeElement> closure(TypeElement type) {
        Set<TypeElement> found = new LinkedHashSet<>();
        addClosure(type, found);
        return found;
    }

    private static void addClosure(TypeElement type, Set<TypeElement> found) {
        if (!found.add(type)) {
            return;
        }
        addSupertype(type.getSuperclass(), found);
        for (TypeMirror superType : type.getInterfaces()) {
            addSupertype(superType, found);
        }
    }

    private static void addSupertype(TypeMirror superType, Set<TypeElement> found) {
        if (superType.getKind() == TypeKind.DECLARED) {
            addClosure((TypeElement) ((DeclaredType) superType).asElement(), found);
        }
    }
}
