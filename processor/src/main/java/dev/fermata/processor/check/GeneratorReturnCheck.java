package dev.fermata.processor.check;

import dev.fermata.processor.check.ReturnedValue.What;
import dev.fermata.processor.diagnostic.DiagnosticId;
import dev.fermata.processor.diagnostic.Line;
import java.util.Optional;

/** Refuses generator functions that return another generator: in Java the two look alike, and here only one end is meant. */
final class GeneratorReturnCheck implements Check {
    @Override
    public DiagnosticId id() {
        return DiagnosticId.GENERATOR_RETURN;
    }

    @Override
    public Optional<Finding> examine(Site site) {
        if (!(site instanceof Site.Return returned)
                || !returned.context().kind().isGenerator()) {
            return Optional.empty();
        }
        boolean async = returned.context().kind().isAsync();
        What end = async ? What.ASYNC_END : What.END;
        // A null is NullCoroutine's business.
        if (returned.values().stream().allMatch(value -> value.what() == end || value.what() == What.NULL)) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                returned.context().place().shown().then(" returns another generator; its elements would be lost"),
                async
                        ? Line.of("Write a for loop with AsyncGenerator.yield(..) and return AsyncGenerator.end().")
                        : Line.of("Write Generator.yieldFrom(..) and return Generator.end().")));
    }
}
