package dev.fermata.processor.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.Trees;
import dev.fermata.processor.check.AsyncFacts;
import dev.fermata.processor.check.Checks;
import dev.fermata.processor.diagnostic.CheckOptions;
import dev.fermata.processor.diagnostic.TransformMode;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * One compile, event by event: each top-level class is checked when it is analysed and rewritten when all of it is on disk.
 * Mutable; javac's thread only. Nothing is assumed of the order of classes: javac generates one class before it analyses the
 * next, or with {@code -XDcompilePolicy=simple} analyses them all first.
 */
final class Compilation {
    private final Trees trees;
    private final Elements elements;
    private final Checks checks;
    private final Reports reports;
    private final OutputFolders folders;
    private final TransformMode mode;
    private final @Nullable ReportFile report;
    private final GroupWriter writer;
    private final Map<String, ClassGroup> groups = new LinkedHashMap<>();

    Compilation(
            Trees trees,
            Elements elements,
            Checks checks,
            Reports reports,
            @Nullable ReportFile report,
            OutputFolders folders,
            CheckOptions options,
            ClassTransform transform) {
        this.trees = trees;
        this.elements = elements;
        this.checks = checks;
        this.reports = reports;
        this.report = report;
        this.folders = folders;
        this.mode = options.transform();
        this.writer = new GroupWriter(options, transform, reports, report);
    }

    /** ANALYZE is finished: once for each top-level class. */
    void analysed(TaskEvent event) {
        TypeElement type = event.getTypeElement();
        CompilationUnitTree unit = event.getCompilationUnit();
        if (type == null || unit == null || isDescriptor(type)) {
            return;
        }
        AsyncFacts facts = checks.run(unit, type);
        Tree tree = facts.touchesLanguage() ? trees.getTree(type) : null;
        if (tree != null && mode != TransformMode.OFF) {
            LambdaPlaces lambdas = LambdaPlaces.of(tree, unit, trees.getSourcePositions());
            ClassGroup group =
                    new ClassGroup(type, internalName(type), unit, tree, lambdas, new SymbolLookup(facts, elements));
            groups.put(group.name(), group);
            folders.remember(group);
        }
    }

    /**
     * GENERATE is finished: once for each class file. A class that holds nothing of ours is left without looking at its file.
     */
    void generated(TaskEvent event) {
        TypeElement type = event.getTypeElement();
        TypeElement outermost = type == null || isDescriptor(type) ? null : outermost(type);
        ClassGroup group = outermost == null ? null : groups.get(internalName(outermost));
        if (type == null || group == null) {
            return;
        }
        group.wrote(internalName(type));
        if (type.equals(outermost)) {
            rewrite(group);
        }
    }

    /** The compile is finished: what has not been found may have come, and what is still missing is said. */
    void finished() {
        groups.values().stream().filter(ClassGroup::hasWritten).forEach(this::rewrite);
        // One is enough: there is one reason for all, and most often javac has named it already.
        groups.values().stream()
                .filter(ClassGroup::hasWritten)
                .filter(group -> !reports.anyErrors())
                .findFirst()
                .ifPresent(group -> reports.notTransformed(group, BuildTexts.nowhere(group.name())));
        groups.clear();
        if (report != null) {
            report.write();
        }
    }

    private void rewrite(ClassGroup group) {
        if (reports.anyErrors()) {
            // javac writes nothing after an error; what lies there is of another build.
            group.takeWritten();
            return;
        }
        OutputFolders.Search search = folders.find(group);
        if (search.folder().isPresent()) {
            writer.rewrite(group, search.folder().get());
        } else if (search.old()) {
            group.takeWritten();
        }
    }

    /** A module-info or package-info: javac makes events for them with elements that are no classes, differently in each version. */
    private static boolean isDescriptor(TypeElement type) {
        String name = type.getSimpleName().toString();
        return name.equals("module-info") || name.equals("package-info");
    }

    private static @Nullable TypeElement outermost(TypeElement type) {
        Element element = type;
        while (element.getEnclosingElement() != null
                && element.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
            element = element.getEnclosingElement();
        }
        return element instanceof TypeElement found ? found : null;
    }

    private String internalName(TypeElement type) {
        return elements.getBinaryName(type).toString().replace('.', '/');
    }
}
