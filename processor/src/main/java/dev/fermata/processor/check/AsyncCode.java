package dev.fermata.processor.check;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Code that does not work unless it is rewritten. For a compile in which nobody rewrites: the checks are not run there.
 *
 * @param tree where it is
 * @param subject what it is, as it stands in a message
 */
public record AsyncCode(Tree tree, String subject) {
    /**
     * Finds the first in a class and everything in it.
     *
     * @param unit its compilation unit
     * @param topLevel the class, as the event ANALYZE-finished names it
     * @param trees those of the compile
     * @param elements those of the compile
     * @return none if there is nothing to rewrite, or if it has no tree, as module-info
     */
    public static Optional<AsyncCode> firstIn(
            CompilationUnitTree unit, TypeElement topLevel, Trees trees, Elements elements) {
        ClassTree tree = trees.getTree(topLevel);
        if (tree == null) {
            return Optional.empty();
        }
        ClassModel model = ModelScanner.scan(
                new TreePath(new TreePath(unit), tree),
                trees,
                new Language(elements, trees),
                new BlockingCalls(elements, List.of()));
        return model.sites().stream().flatMap(site -> of(site).stream()).findFirst();
    }

    private static Optional<AsyncCode> of(Site site) {
        if (site instanceof Site.Call call) {
            return Optional.of(new AsyncCode(call.tree(), call.intrinsic().shown()));
        }
        if (site instanceof Site.Function function
                && function.method().getBody() != null
                && !function.signature().implied()) {
            String annotation = function.signature().yields() ? "@Yields" : "@Async";
            return Optional.of(new AsyncCode(
                    function.tree(),
                    annotation + " method '" + function.method().getName() + "'"));
        }
        return Optional.empty();
    }
}
