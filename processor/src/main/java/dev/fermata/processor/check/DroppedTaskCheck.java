package dev.fermata.processor.check;

import dev.fermata.processor.check.DroppedValue.Made;
import dev.fermata.processor.check.DroppedValue.Way;
import dev.fermata.processor.diagnostic.DiagnosticId;
import dev.fermata.processor.diagnostic.Line;
import java.util.Optional;

/** Finds tasks that are started and let go. */
final class DroppedTaskCheck implements Check {
    @Override
    public DiagnosticId id() {
        return DiagnosticId.DROPPED_TASK;
    }

    @Override
    public Optional<Finding> examine(Site site) {
        return site instanceof Site.Dropped dropped && dropped.value().made() == Made.TASK
                ? Optional.of(new Finding(
                        what(dropped.value()), Line.of("Start it in a TaskGroup, or keep it and await it.")))
                : Optional.empty();
    }

    private static Line what(DroppedValue value) {
        String where = value.way() instanceof Way.Variable ? "in '%s'" : "of %s()";
        return Line.of("the task " + where + " is dropped; its failure and its end are seen by nobody", value.name());
    }
}
