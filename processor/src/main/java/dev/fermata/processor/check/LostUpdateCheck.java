package dev.fermata.processor.check;

import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.Tree;
import dev.fermata.processor.diagnostic.DiagnosticId;
import dev.fermata.processor.diagnostic.Line;
import java.util.Optional;

/** Finds fields that are read before an await and written after it, in one assignment. */
final class LostUpdateCheck implements Check {
    @Override
    public DiagnosticId id() {
        return DiagnosticId.LOST_UPDATE;
    }

    @Override
    public Optional<Finding> examine(Site site) {
        if (!(site instanceof Site.LostUpdate update)) {
            return Optional.empty();
        }
        String name = update.place().shown();
        String again = update.tree() instanceof CompoundAssignmentTree
                ? "%s " + operator(update.tree().getKind()) + " n;"
                : "%s = .. n ..;";
        return Optional.of(new Finding(
                Line.of("'%s' is read before the await and written after it; an update made meanwhile is lost", name),
                Line.of("Await first: var n = await(..); " + again, name)));
    }

    private static String operator(Tree.Kind kind) {
        return switch (kind) {
            case PLUS_ASSIGNMENT -> "+=";
            case MINUS_ASSIGNMENT -> "-=";
            case MULTIPLY_ASSIGNMENT -> "*=";
            case DIVIDE_ASSIGNMENT -> "/=";
            case REMAINDER_ASSIGNMENT -> "%%=";
            case AND_ASSIGNMENT -> "&=";
            case OR_ASSIGNMENT -> "|=";
            case XOR_ASSIGNMENT -> "^=";
            case LEFT_SHIFT_ASSIGNMENT -> "<<=";
            case RIGHT_SHIFT_ASSIGNMENT -> ">>=";
            default -> ">>>=";
        };
    }
}
