package dev.fermata.processor.check;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.diagnostic.DiagnosticId;
import dev.fermata.processor.diagnostic.Line;
import java.util.Optional;

/** Finds coroutines that are returned out of a try: they run when it has been left, so that it does nothing for them. */
final class ReturnBypassesTryCheck implements Check {
    @Override
    public DiagnosticId id() {
        return DiagnosticId.RETURN_BYPASSES_TRY;
    }

    @Override
    public Optional<Finding> examine(Site site) {
        if (!(site instanceof Site.Return returned)
                || returned.context().kind() != CodeKind.COROUTINE
                || returned.values().stream().noneMatch(value -> value.what() == ReturnedValue.What.OTHER)) {
            return Optional.empty();
        }
        return bypassed(returned)
                .map(part -> new Finding(
                        Line.of("the returned coroutine runs after the try is left; " + part + " it"),
                        Line.of("Write return result(await(..));")));
    }

    /** Returns what of the innermost try around a return comes too late for what is returned. */
    private static Optional<String> bypassed(Site.Return returned) {
        Tree end = returned.context().path().getLeaf();
        Tree inside = returned.tree();
        for (TreePath at = returned.path().getParentPath(); at.getLeaf() != end; at = at.getParentPath()) {
            if (at.getLeaf() instanceof TryTree around) {
                Optional<String> part = bypassed(around, inside);
                if (part.isPresent()) {
                    return part;
                }
            }
            inside = at.getLeaf();
        }
        return Optional.empty();
    }

    private static Optional<String> bypassed(TryTree around, Tree inside) {
        boolean caught = !around.getCatches().isEmpty();
        boolean cleaned = around.getFinallyBlock() != null;
        if (inside instanceof CatchTree) {
            return cleaned ? Optional.of("finally does not see") : Optional.empty();
        }
        if (!(inside instanceof BlockTree) || inside == around.getFinallyBlock()) {
            return Optional.empty();
        }
        if (caught && cleaned) {
            return Optional.of("catch and finally do not see");
        }
        if (caught) {
            return Optional.of("catch does not see");
        }
        return Optional.of(cleaned ? "finally does not see" : "the resources are closed before");
    }
}
