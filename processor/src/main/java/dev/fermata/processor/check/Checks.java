package dev.fermata.processor.check;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.Trees;
import dev.fermata.processor.diagnostic.CheckOptions;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The entry: runs all checks over one top-level class that javac has analysed. */
public final class Checks {
    private final Trees trees;
    private final Elements elements;
    private final Types types;
    private final CheckOptions options;
    private final Reporter reporter;

    /** Makes one for a compilation. */
    public Checks(Trees trees, Elements elements, Types types, CheckOptions options, Reporter reporter) {
        this.trees = trees;
        this.elements = elements;
        this.types = types;
        this.options = options;
        this.reporter = reporter;
    }

    /**
     * Checks a class and everything in it, and reports in the order of positions.
     *
     * @param unit its compilation unit
     * @param topLevel the class, as the event ANALYZE-finished names it; one without a tree is passed over
     * @return what the transform must know about it
     */
    public AsyncFacts run(CompilationUnitTree unit, TypeElement topLevel) {
        return AsyncFacts.NONE;
    }
}
