package dev.fermata.processor.report;

import dev.fermata.processor.check.SourceOutline;
import dev.fermata.processor.transform.FunctionOutline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gathers what a compile tells, and puts it into an order that does not depend on that of the compile. Mutable; for one
 * thread.
 */
public final class Report {
    private final Map<String, SourceOutline> sources = new TreeMap<>();
    private final Map<String, List<FunctionOutline>> outlines = new LinkedHashMap<>();

    /** Makes one of nothing. */
    public Report() {}

    /** Adds what the source of a top-level class says. */
    public void add(SourceOutline source) {
        sources.put(source.className(), source);
    }

    /** Adds what became of functions of a top-level class, whose name has dots. */
    public void add(String topLevel, List<FunctionOutline> functions) {
        outlines.computeIfAbsent(topLevel, it -> new ArrayList<>()).addAll(functions);
    }

    /**
     * What was reported outside of all functions.
     *
     * @param className the top-level class
     * @param raised the diagnostic
     */
    record Elsewhere(String className, SourceOutline.Raised raised) {}

    List<Elsewhere> elsewhere() {
        return sources.values().stream()
                .flatMap(source -> source.elsewhere().stream().map(raised -> new Elsewhere(source.className(), raised)))
                .toList();
    }

    List<ReportedFunction> functions() {
        List<ReportedFunction> functions = new ArrayList<>();
        Map<String, Integer> ids = new HashMap<>();
        sources.forEach((topLevel, source) -> Pairing.of(source, outlines.getOrDefault(topLevel, List.of())).stream()
                .sorted(Comparator.comparing(ReportedFunction::className).thenComparingInt(ReportedFunction::firstLine))
                .forEach(function -> functions.add(withUniqueId(function, ids))));
        return functions;
    }

    private static ReportedFunction withUniqueId(ReportedFunction it, Map<String, Integer> ids) {
        int number = ids.merge(it.id(), 1, Integer::sum);
        return number == 1
                ? it
                : new ReportedFunction(
                        it.id() + "~" + number,
                        it.className(),
                        it.name(),
                        it.signature(),
                        it.form(),
                        it.kind(),
                        it.source(),
                        it.firstLine(),
                        it.lastLine(),
                        it.suspensions(),
                        it.machine(),
                        it.checks());
    }
}
