package dev.fermata.processor.check;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.Trees;
import dev.fermata.processor.check.Signature.Fault;
import dev.fermata.processor.names.RuntimeNames;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.NestingKind;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Tells what kind of code a method or lambda is, and whether a method may be that. */
final class Language {
    private final Trees trees;
    private final Inheritance inheritance;
    private final MadeByCalls made = new MadeByCalls();
    private final CallNames remarkable;
    private final CallNames intrinsics;
    private final CallNames implicitCalls;
    private final CallNames consumingCalls;
    private final Name scopedCall;

    Language(Elements elements, Trees trees) {
        this.trees = trees;
        this.inheritance = new Inheritance(elements);
        this.intrinsics = new CallNames(elements, Intrinsic.NAMES);
        this.implicitCalls = new CallNames(elements, ImplicitCalls.NAMES);
        this.consumingCalls = new CallNames(elements, ConsumingCalls.NAMES);
        this.scopedCall = elements.getName(KnownNames.CALL);
        Set<String> all = new HashSet<>(Set.of(KnownNames.CALL));
        all.addAll(Intrinsic.NAMES);
        all.addAll(ImplicitCalls.NAMES);
        all.addAll(ConsumingCalls.NAMES);
        this.remarkable = new CallNames(elements, all);
    }

    /** Whether a call by this simple name may be any of the following: one question for all the others. */
    boolean mayBeRemarkable(Name name) {
        return remarkable.contains(name);
    }

    /** Whether a call by this simple name may be one of an intrinsic: spares looking most calls up. */
    boolean mayBeIntrinsic(Name name) {
        return intrinsics.contains(name);
    }

    /** Whether a call by this simple name may be an implicit one. */
    boolean mayBeImplicitCall(Name name) {
        return implicitCalls.contains(name);
    }

    /** Whether a call by this simple name may run a coroutine that it is given. */
    boolean mayBeConsumingCall(Name name) {
        return consumingCalls.contains(name);
    }

    /** Whether a call by this simple name may bind a scoped value. */
    boolean mayBeScopedCall(Name name) {
        return name.equals(scopedCall);
    }

    Inheritance inheritance() {
        return inheritance;
    }

    MadeByCalls made() {
        return made;
    }

    /** Returns what a method says of itself. */
    Signature signature(ExecutableElement method) {
        boolean async = RuntimeTypes.carries(method, RuntimeNames.ASYNC);
        boolean yields = RuntimeTypes.carries(method, RuntimeNames.YIELDS);
        boolean implied = !async && !yields && isImpliedAsync(method);
        Fault fault = async || yields || implied ? fault(method, async, yields) : Fault.NONE;
        return new Signature(async, yields, implied, fault, method.getReturnType());
    }

    /**
     * A method of an anonymous class need not repeat the annotation. One that narrows the return type cannot be rewritten:
     * it makes its coroutine itself, as an overriding method may.
     */
    private boolean isImpliedAsync(ExecutableElement method) {
        return isInAnonymousClass(method)
                && returnsCoroutine(method)
                && inheritance
                        .overridden(method)
                        .filter(other -> RuntimeTypes.carries(other, RuntimeNames.ASYNC))
                        .isPresent();
    }

    private static boolean returnsCoroutine(ExecutableElement method) {
        return isAsync(method.getReturnType());
    }

    /** Tells whether a type is one of those that async functions return. */
    private static boolean isAsync(TypeMirror type) {
        return RuntimeTypes.isExactly(type, RuntimeNames.COROUTINE)
                || RuntimeTypes.isExactly(type, RuntimeNames.ASYNC_GENERATOR)
                || FutureTypes.isFuture(type);
    }

    private static boolean isInAnonymousClass(ExecutableElement method) {
        return Inheritance.owner(method).getNestingKind() == NestingKind.ANONYMOUS;
    }

    private static Fault fault(ExecutableElement method, boolean async, boolean yields) {
        Set<Modifier> modifiers = method.getModifiers();
        if (async && yields) {
            return Fault.BOTH_ANNOTATIONS;
        }
        if (modifiers.contains(Modifier.NATIVE)) {
            return Fault.NATIVE;
        }
        if (modifiers.contains(Modifier.SYNCHRONIZED)) {
            return Fault.SYNCHRONIZED;
        }
        boolean implied = !async && !yields;
        return implied || method.getReturnType().getKind() == TypeKind.ERROR || returns(method.getReturnType(), yields)
                ? Fault.NONE
                : Fault.RETURN_TYPE;
    }

    private static boolean returns(TypeMirror type, boolean yields) {
        boolean right = yields ? RuntimeTypes.isExactly(type, RuntimeNames.GENERATOR) : isAsync(type);
        return right && !((DeclaredType) type).getTypeArguments().isEmpty();
    }

    /** Returns the kind of the body of a method without fault. */
    CodeKind kind(ExecutableElement method, MethodTree tree, Signature signature) {
        boolean known = method.getReturnType().getKind() != TypeKind.ERROR && !UnresolvedAnnotations.isOn(method, tree);
        boolean mayImply = isInAnonymousClass(method)
                && (inheritance.isIncomplete(Inheritance.owner(method)) || overridesUnresolved(method));
        if (!known || !signature.async() && mayImply) {
            return CodeKind.UNKNOWN;
        }
        if (signature.yields()) {
            return CodeKind.GENERATOR;
        }
        return signature.async() || signature.implied() ? asyncKind(method) : CodeKind.PLAIN;
    }

    private boolean overridesUnresolved(ExecutableElement method) {
        return returnsCoroutine(method)
                && inheritance
                        .overridden(method)
                        .filter(other -> UnresolvedAnnotations.isOn(other, trees.getTree(other)))
                        .isPresent();
    }

    /** Returns the kind of the body of a lambda. */
    CodeKind kind(Optional<LambdaTarget> target) {
        if (target.isEmpty()
                || UnresolvedAnnotations.isOn(
                        target.get().method(), trees.getTree(target.get().method()))
                || inheritance.isIncomplete(target.get().type())) {
            return CodeKind.UNKNOWN;
        }
        ExecutableElement method = target.get().method();
        return RuntimeTypes.carries(method, RuntimeNames.ASYNC) ? asyncKind(method) : CodeKind.PLAIN;
    }

    private static CodeKind asyncKind(ExecutableElement method) {
        if (FutureTypes.isFuture(method.getReturnType())) {
            return CodeKind.FUTURE;
        }
        return RuntimeTypes.isExactly(method.getReturnType(), RuntimeNames.ASYNC_GENERATOR)
                ? CodeKind.ASYNC_GENERATOR
                : CodeKind.COROUTINE;
    }
}
