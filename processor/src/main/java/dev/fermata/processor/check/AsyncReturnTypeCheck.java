package dev.fermata.processor.check;

import dev.fermata.processor.check.Signature.Fault;
import dev.fermata.processor.diagnostic.DiagnosticId;
import dev.fermata.processor.diagnostic.Line;
import dev.fermata.processor.names.RuntimeNames;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Refuses coroutine and generator functions that return something else than the rewritten method could. */
final class AsyncReturnTypeCheck implements Check {
    @Override
    public DiagnosticId id() {
        return DiagnosticId.ASYNC_RETURN_TYPE;
    }

    @Override
    public Optional<Finding> examine(Site site) {
        if (!(site instanceof Site.Function function) || function.signature().fault() != Fault.RETURN_TYPE) {
            return Optional.empty();
        }
        String name = function.element().getSimpleName().toString();
        TypeMirror returned = function.signature().returned();
        return Optional.of(function.signature().yields() ? ofGenerator(name, returned) : ofCoroutine(name, returned));
    }

    private static Finding ofCoroutine(String name, TypeMirror returned) {
        Line what = returns("@Async", name, returned)
                .then("; a coroutine function returns Coroutine<T> or AsyncGenerator<T>");
        return new Finding(what, coroutineCure(returned));
    }

    private static Line coroutineCure(TypeMirror returned) {
        if (returned.getKind() == TypeKind.VOID) {
            return Line.of("Return Coroutine<Void> and end with 'return done();'.");
        }
        if (isRaw(returned, RuntimeNames.COROUTINE)) {
            return Line.of("Return Coroutine<T>, or Coroutine<Void> if there is no result.");
        }
        if (isRaw(returned, RuntimeNames.ASYNC_GENERATOR)) {
            return Line.of("Return AsyncGenerator<T>.");
        }
        if (FutureTypes.isMeant(returned)) {
            String name = FutureTypes.nameOf(returned).orElse("CompletableFuture");
            return Line.of("Return " + name + "<%s>, the very type.", argument(returned));
        }
        if (RuntimeTypes.isExactly(returned, RuntimeNames.GENERATOR)) {
            return Line.of("Return AsyncGenerator<%s>, or write @Yields instead of @Async.", argument(returned));
        }
        // Of a task, or of a subclass of Coroutine, the result is meant and not the thing itself.
        String result =
                RuntimeTypes.isA(returned, RuntimeNames.AWAITABLE) ? argument(returned) : TypeText.asArgument(returned);
        return Line.of("Return Coroutine<%s> and end with 'return result(..);'.", result);
    }

    private static Finding ofGenerator(String name, TypeMirror returned) {
        Line what = returns("@Yields", name, returned).then("; a generator function returns Generator<T>");
        if (RuntimeTypes.isExactly(returned, RuntimeNames.ASYNC_GENERATOR)
                || RuntimeTypes.isExactly(returned, RuntimeNames.COROUTINE)) {
            return new Finding(what, Line.of("Write @Async instead of @Yields, or return Generator<T>."));
        }
        return new Finding(what, Line.of("Return Generator<T> and end with 'return Generator.end();'."));
    }

    private static Line returns(String annotation, String name, TypeMirror returned) {
        boolean raw = isRaw(returned, FutureTypes.COMPLETABLE_FUTURE)
                || isRaw(returned, FutureTypes.COMPLETION_STAGE)
                || isRaw(returned, RuntimeNames.COROUTINE)
                || isRaw(returned, RuntimeNames.ASYNC_GENERATOR)
                || isRaw(returned, RuntimeNames.GENERATOR);
        return Line.of(
                annotation + " method '%s' returns " + (raw ? "the raw type %s" : "%s"), name, TypeText.of(returned));
    }

    private static boolean isRaw(TypeMirror type, String name) {
        return RuntimeTypes.isExactly(type, name)
                && ((DeclaredType) type).getTypeArguments().isEmpty();
    }

    /** Returns the only type argument of a type, or T where it has none or several. */
    private static String argument(TypeMirror type) {
        List<? extends TypeMirror> arguments =
                type instanceof DeclaredType declared ? declared.getTypeArguments() : List.of();
        return arguments.size() == 1 ? TypeText.of(arguments.get(0)) : "T";
    }
}
