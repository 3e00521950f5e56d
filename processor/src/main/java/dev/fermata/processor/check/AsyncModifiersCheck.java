package dev.fermata.processor.check;

import dev.fermata.processor.diagnostic.DiagnosticId;
import dev.fermata.processor.diagnostic.Line;
import java.util.Optional;

/** Refuses our annotations on methods that cannot be rewritten whatever they return. */
final class AsyncModifiersCheck implements Check {
    @Override
    public DiagnosticId id() {
        return DiagnosticId.ASYNC_MODIFIERS;
    }

    @Override
    public Optional<Finding> examine(Site site) {
        if (site instanceof Site.Component component) {
            return Optional.of(onComponent(component));
        }
        if (!(site instanceof Site.Function function)) {
            return Optional.empty();
        }
        String annotation = function.signature().annotation();
        String name = function.element().getSimpleName().toString();
        return switch (function.signature().fault()) {
            case BOTH_ANNOTATIONS -> Optional.of(onBoth(name));
            case NATIVE -> Optional.of(onNative(annotation, name));
            case SYNCHRONIZED -> Optional.of(onSynchronized(annotation, name));
            case NONE, RETURN_TYPE -> Optional.empty();
        };
    }

    private static Finding onBoth(String name) {
        return new Finding(
                Line.of("method '%s' carries @Async and @Yields; one would rewrite what the other does", name),
                Line.of("Keep @Yields and return Generator<T>, or keep @Async and return AsyncGenerator<T>."));
    }

    private static Finding onNative(String annotation, String name) {
        return new Finding(
                Line.of(annotation + " method '%s' is native; it has no body that could be rewritten", name),
                Line.of("Remove " + annotation + " and call %s() from a method that carries it.", name));
    }

    private static Finding onSynchronized(String annotation, String name) {
        return new Finding(
                Line.of(
                        annotation + " method '%s' is synchronized; its monitor would be held across suspensions",
                        name),
                annotation.equals("@Yields")
                        ? Line.of("Remove synchronized and guard the state where no yield is.")
                        : Line.of("Remove synchronized and guard the state with AsyncLock."));
    }

    private static Finding onComponent(Site.Component component) {
        return new Finding(
                Line.of(
                        component.annotation()
                                + " on record component '%s' lands on its accessor; that has no body to rewrite",
                        component.component()),
                Line.of("Remove " + component.annotation() + ", or declare a method with a body that carries it."));
    }
}
