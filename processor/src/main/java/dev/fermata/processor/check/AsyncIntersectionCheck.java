package dev.fermata.processor.check;

import dev.fermata.processor.diagnostic.DiagnosticId;
import dev.fermata.processor.diagnostic.Line;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/** Refuses loops and tries that javac compiles as if nothing in them had to wait. */
final class AsyncIntersectionCheck implements Check {
    @Override
    public DiagnosticId id() {
        return DiagnosticId.ASYNC_INTERSECTION;
    }

    @Override
    public Optional<Finding> examine(Site site) {
        if (site instanceof Site.AsyncFor loop && loop.context().kind().isAsync()) {
            return loop.hidden().map(type -> finding("for over", type, "Iterable", "AsyncIterable"));
        }
        if (site instanceof Site.AsyncTry resource && resource.context().kind().isAsync()) {
            return resource.hidden().map(type -> finding("resource of", type, "AutoCloseable", "AsyncCloseable"));
        }
        return Optional.empty();
    }

    private static Finding finding(String what, TypeMirror type, String plain, String async) {
        return new Finding(
                Line.of(
                        what + " intersection type '%s'; javac makes it a plain " + plain + ", which cannot wait",
                        TypeText.of(type)),
                Line.of("Assign it to a variable of type " + async + " and use that."));
    }
}
