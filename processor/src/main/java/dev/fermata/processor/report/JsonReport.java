package dev.fermata.processor.report;

import dev.fermata.processor.check.SourceOutline.Raised;
import dev.fermata.processor.report.ReportedFunction.SpilledVariable;
import dev.fermata.processor.report.ReportedFunction.Suspension;
import dev.fermata.processor.transform.FunctionOutline;
import dev.fermata.processor.transform.analysis.StateGraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The report as data. docs/guide/report.md describes the schema; members may be added under the same version, and a new version
 * is due when one is taken away or means another thing.
 */
final class JsonReport {
    /** The version of the schema. */
    static final int VERSION = 2;

    private JsonReport() {}

    static String of(Report report) {
        return JsonText.of(members(report));
    }

    /** Returns the same on one line. */
    static String compact(Report report) {
        return JsonText.compact(members(report));
    }

    private static Map<String, @Nullable Object> members(Report report) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("version", VERSION);
        json.put(
                "functions",
                report.functions().stream().map(JsonReport::function).toList());
        List<Object> elsewhere = new ArrayList<>();
        for (Report.Elsewhere each : report.elsewhere()) {
            Map<String, @Nullable Object> found = new LinkedHashMap<>();
            found.put("class", each.className());
            found.putAll(raised(each.raised()));
            elsewhere.add(found);
        }
        json.put("otherChecks", elsewhere);
        return json;
    }

    private static Object function(ReportedFunction function) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", function.id());
        json.put("class", function.className());
        json.put("name", function.name());
        json.put("signature", function.signature());
        json.put("form", word(function.form()));
        json.put("kind", word(function.kind()));
        json.put("source", function.source());
        json.put("firstLine", function.firstLine());
        json.put("lastLine", function.lastLine());
        json.put("rewritten", function.machine().isPresent());
        json.put("frame", function.machine().map(JsonReport::frame).orElse(null));
        json.put(
                "suspensions",
                function.suspensions().stream().map(JsonReport::suspension).toList());
        json.put(
                "spilled", function.spilled().stream().map(JsonReport::variable).toList());
        json.put("transitions", function.machine().map(JsonReport::transitions).orElse(List.of()));
        json.put("checks", function.checks().stream().map(JsonReport::raised).toList());
        return json;
    }

    private static Object frame(FunctionOutline outline) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("class", outline.frameClass().replace('/', '.'));
        json.put("estimatedBytes", outline.estimatedBytes());
        json.put(
                "fields",
                outline.fields().stream().map(it -> named(it.name(), it.type())).toList());
        return json;
    }

    private static Map<String, @Nullable Object> named(@Nullable String name, String type) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("type", type);
        return json;
    }

    private static Object suspension(Suspension suspension) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("state", suspension.state() == 0 ? null : suspension.state());
        json.put("line", suspension.line());
        json.put("verb", word(suspension.verb()));
        json.put("operand", suspension.operand().isEmpty() ? null : suspension.operand());
        List<Object> spilled = new ArrayList<>();
        for (FunctionOutline.Spilled each : suspension.spilled()) {
            Map<String, @Nullable Object> variable = named(each.name().orElse(null), each.type());
            variable.put("field", each.field());
            spilled.add(variable);
        }
        json.put("spilled", spilled);
        return json;
    }

    private static Object variable(SpilledVariable variable) {
        Map<String, @Nullable Object> json = named(variable.name().orElse(null), variable.type());
        json.put("states", variable.states());
        return json;
    }

    private static List<Object> transitions(FunctionOutline outline) {
        List<Object> transitions = new ArrayList<>();
        outline.transitions().forEach(it -> transitions.add(transition(it, outline.lines())));
        return transitions;
    }

    private static Object transition(StateGraph.Transition transition, List<Integer> code) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("from", transition.from() == StateGraph.START ? "start" : transition.from());
        List<Object> to = new ArrayList<>();
        for (int target : transition.to()) {
            to.add(
                    switch (target) {
                        case StateGraph.RETURNED -> "return";
                        case StateGraph.THROWN -> "throw";
                        default -> target;
                    });
        }
        json.put("to", to);
        json.put("exceptional", transition.exceptional());
        List<Object> lines = new ArrayList<>();
        for (LineRange range : LineRange.of(transition.lines(), code)) {
            lines.add(List.of(range.first(), range.last()));
        }
        json.put("lines", lines);
        return json;
    }

    private static Map<String, @Nullable Object> raised(Raised raised) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", raised.id().text());
        json.put("severity", word(raised.severity()));
        json.put("line", raised.line());
        json.put("message", FindingText.message(raised));
        json.put("cure", FindingText.cure(raised));
        return json;
    }

    /** A constant of an enum as data: {@code asyncGenerator}. */
    static String word(Enum<?> constant) {
        StringBuilder word = new StringBuilder();
        for (String part : constant.name().toLowerCase(Locale.ROOT).split("_", -1)) {
            word.append(word.length() == 0 ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return word.toString();
    }
}
