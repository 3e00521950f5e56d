package dev.fermata.processor.check;

import dev.fermata.processor.diagnostic.DiagnosticId;
import dev.fermata.processor.diagnostic.Line;
import java.util.Optional;

/** Refuses await and suspend where nothing can suspend. */
final class AwaitOutsideAsyncCheck implements Check {
    @Override
    public DiagnosticId id() {
        return DiagnosticId.AWAIT_OUTSIDE_ASYNC;
    }

    @Override
    public Optional<Finding> examine(Site site) {
        if (site instanceof Site.Reference reference && !reference.intrinsic().isYield()) {
            return Optional.of(onReference(reference.intrinsic()));
        }
        if (!(site instanceof Site.Call call)
                || call.intrinsic().isYield()
                || call.context().kind() == CodeKind.UNKNOWN
                || call.context().kind().allows(call.intrinsic())) {
            return Optional.empty();
        }
        String thing = call.intrinsic() == Intrinsic.AWAIT ? "the await" : "the suspend";
        return Optional.of(new Finding(
                Line.of(call.intrinsic().shown() + " in ")
                        .then(call.context().place().shown())
                        .then(", which is not a coroutine function; nothing could suspend here"),
                CoroutineCure.of(call.context(), thing)));
    }

    /** Wherever it stands: whoever calls the function object is ordinary code. */
    private static Finding onReference(Intrinsic intrinsic) {
        String shown = intrinsic.shown();
        return new Finding(
                Line.of(shown + " as a method reference; whoever calls it is not a coroutine function"),
                Line.of("Write a lambda for AsyncFunction or AsyncSupplier that calls " + shown + "."));
    }
}
