package dev.fermata.processor.check;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.fermata.processor.diagnostic.CheckOptions;
import dev.fermata.processor.diagnostic.DiagnosticText;
import dev.fermata.processor.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** The entry: runs all checks over one top-level class that javac has analysed. */
public final class Checks {
    private final Trees trees;
    private final JvmNames names;
    private final Language language;
    private final BlockingCalls blocking;
    private final SuppressedPlaces suppressed;
    private final List<Asked> asked = new ArrayList<>();
    private final Reporter reporter;
    private final @Nullable Consumer<SourceOutline> report;

    /** A check that is not switched off. The options are read once: they are strings, and there are 25 checks for each site. */
    private record Asked(Check check, Severity severity) {}

    /** Makes one for a compilation that nobody wants a report of. */
    public Checks(Trees trees, Elements elements, Types types, CheckOptions options, Reporter reporter) {
        this(trees, elements, types, options, reporter, null);
    }

    /**
     * Makes one for a compilation.
     *
     * @param report who is told of each class that has functions or findings; null if nobody, which is cheaper
     */
    public Checks(
            Trees trees,
            Elements elements,
            Types types,
            CheckOptions options,
            Reporter reporter,
            @Nullable Consumer<SourceOutline> report) {
        this.trees = trees;
        this.names = new JvmNames(elements, types);
        this.language = new Language(elements, trees);
        this.blocking = new BlockingCalls(elements, options.blocking());
        this.suppressed = new SuppressedPlaces(trees);
        for (Check check : CheckRegistry.CHECKS) {
            Severity severity = options.severity(check.id());
            if (severity != Severity.OFF) {
                asked.add(new Asked(check, severity));
            }
        }
        this.reporter = reporter;
        this.report = report;
    }

    /**
     * Checks a class and everything in it, and reports in the order of positions, and at one position in the order of {@link
     * dev.fermata.processor.diagnostic.DiagnosticId}: one diagnostic for each tree and check. Classes come as javac analyses them,
     * which is as they stand in their file, and files as the compiler is given them.
     *
     * @param unit its compilation unit
     * @param topLevel the class, as the event ANALYZE-finished names it; one without a tree, as module-info, is passed over
     * @return what the transform must know about it
     */
    public AsyncFacts run(CompilationUnitTree unit, TypeElement topLevel) {
        ClassTree tree = trees.getTree(topLevel);
        if (tree == null) {
            return AsyncFacts.NONE;
        }
        // Not Trees.getPath, which walks over the unit until it comes to the class.
        ClassModel model = ModelScanner.scan(new TreePath(new TreePath(unit), tree), trees, language, blocking);
        SourceOutliner outliner = report == null ? null : new SourceOutliner(model, unit, trees, names);
        for (List<Site> oneTree : model.sitesByTree()) {
            for (Asked each : asked) {
                run(each.check(), each.severity(), oneTree, unit, outliner);
            }
        }
        if (report != null && outliner != null) {
            report.accept(outliner.outline(topLevel));
        }
        return FactsCollector.collect(model, names);
    }

    private void run(
            Check check,
            Severity severity,
            List<Site> oneTree,
            CompilationUnitTree unit,
            @Nullable SourceOutliner outliner) {
        for (Site site : oneTree) {
            Check.Finding finding = check.examine(site).orElse(null);
            if (finding == null) {
                continue;
            }
            if (!suppressed.isSuppressed(check.id(), site.path())) {
                String text = DiagnosticText.of(check.id(), finding.what(), finding.cure());
                reporter.report(severity, text, site.tree(), unit);
                if (outliner != null) {
                    outliner.raised(check, site, severity, text);
                }
            }
            return;
        }
    }
}
