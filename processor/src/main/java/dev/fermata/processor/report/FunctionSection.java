package dev.fermata.processor.report;

import dev.fermata.processor.check.AsyncFacts.Kind;
import dev.fermata.processor.check.SourceOutline.Raised;
import dev.fermata.processor.report.ReportedFunction.SpilledVariable;
import dev.fermata.processor.report.ReportedFunction.Suspension;
import dev.fermata.processor.transform.FunctionOutline;
import dev.fermata.processor.transform.analysis.StateGraph;
import java.util.ArrayList;
import java.util.List;

/** The part of the page that is about one function. */
final class FunctionSection {
    private static final double FRAME = 18;
    private static final double NARROWEST = 420;

    private final StringBuilder page;
    private final ReportedFunction function;

    private FunctionSection(StringBuilder page, ReportedFunction function) {
        this.page = page;
        this.function = function;
    }

    /** Writes it. */
    static void write(StringBuilder page, ReportedFunction function, int number) {
        new FunctionSection(page, function).write(number);
    }

    private void write(int number) {
        page.append("<article class=\"function\" id=\"" + Markup.text(function.id())
                + "\">\n<header><p class=\"class\">"
                + Markup.text(function.className()) + "</p><h2><a href=\"#" + Markup.text(HtmlReport.anchor(function))
                + "\">"
                + Markup.text(function.title()) + "</a> <span class=\"kind " + JsonReport.word(function.kind()) + "\">"
                + kind(function.kind()) + "</span></h2>\n<p class=\"signature\"><code>"
                + Markup.text(function.signature()) + "</code></p>\n<p class=\"muted\">"
                + Markup.text(String.join(" \u00b7 ", summary())) + "</p></header>\n");
        function.checks().forEach(it -> finding(page, it, ""));
        page.append("<div class=\"columns\">\n");
        function.machine()
                .ifPresentOrElse(
                        outline -> machine(outline, number),
                        () -> page.append(
                                "<p class=\"empty\">It was not rewritten, so there is no state machine.</p>\n"));
        page.append("<div class=\"facts\">\n");
        suspensions();
        variables();
        function.machine().ifPresent(this::frame);
        page.append("</div>\n</div>\n</article>\n");
    }

    private void machine(FunctionOutline outline, int number) {
        int transitions =
                outline.transitions().stream().mapToInt(it -> it.to().size()).sum();
        if (transitions
                > StateGraph.MOST_APART) { // tens of thousands would take minutes to lay out, and be a grey area then
            page.append("<p class=\"empty\">It has " + transitions
                    + " transitions between its states, and a drawing of more than " + StateGraph.MOST_APART
                    + " is no help. The report as JSON lists them.</p>\n");
        } else {
            figure(StateDiagram.of(function, outline, number));
        }
    }

    /** As wide as its drawing if there is room; the tables go below it if not. */
    private void figure(StateDiagram.Drawn drawn) {
        page.append("<figure tabindex=\"0\" aria-label=\"State machine\" style=\"flex-basis: "
                + Markup.number(Math.max(drawn.width() + FRAME, NARROWEST)) + "px\">\n" + drawn.svg() + "</figure>\n");
    }

    private static String kind(Kind kind) {
        return switch (kind) {
            case COROUTINE -> "coroutine";
            case GENERATOR -> "generator";
            case ASYNC_GENERATOR -> "async generator";
            case FUTURE -> "returns a future";
        };
    }

    private List<String> summary() {
        List<String> summary = new ArrayList<>();
        String lines = function.firstLine() == 0
                ? ""
                : ":" + function.firstLine()
                        + (function.lastLine() > function.firstLine() ? "\u2013" + function.lastLine() : "");
        summary.add(function.source() + lines);
        summary.add(counted(function.suspensions().size(), "suspension"));
        function.machine().ifPresent(outline -> {
            summary.add(counted(function.spilled().size(), "variable") + " kept");
            summary.add("frame of about " + outline.estimatedBytes() + " bytes");
        });
        return summary;
    }

    private static String counted(int number, String noun) {
        return (number == 0 ? "no" : String.valueOf(number)) + " " + noun + (number == 1 ? "" : "s");
    }

    /** Writes a finding, with the class in front where the page does not say it. */
    static void finding(StringBuilder page, Raised raised, String className) {
        String severity = JsonReport.word(raised.severity());
        page.append("<div class=\"finding " + severity + "\"><p><strong>" + severity + "</strong> "
                + raised.id().text() + " <span class=\"muted\">" + Markup.text(className) + " line " + raised.line()
                + "</span></p><p>" + Markup.text(FindingText.message(raised)) + "</p><p>"
                + Markup.text(FindingText.cure(raised)) + "</p></div>\n");
    }

    private void suspensions() {
        if (function.suspensions().isEmpty()) {
            page.append("<p class=\"muted\">It never suspends.</p>\n");
            return;
        }
        page.append("<table><caption>Suspensions</caption><thead><tr><th scope=\"col\">state</th>"
                + "<th scope=\"col\">line</th><th scope=\"col\">what</th></tr></thead><tbody>\n");
        for (Suspension it : function.suspensions()) {
            page.append("<tr><td>" + (it.state() == 0 ? "" : it.state()) + "</td><td>"
                    + (it.line() == 0 ? "" : it.line()) + "</td><td><code>" + Markup.text(it.text())
                    + "</code></td></tr>\n");
        }
        page.append("</tbody></table>\n");
    }

    private void variables() {
        if (function.spilled().isEmpty()) {
            return;
        }
        page.append("<table><caption>Kept across suspensions</caption><thead><tr><th scope=\"col\">variable</th>"
                + "<th scope=\"col\">type</th><th scope=\"col\">at states</th></tr></thead><tbody>\n");
        for (SpilledVariable it : function.spilled()) {
            String name = it.name()
                    .map(text -> "<code>" + Markup.text(text) + "</code>")
                    .orElse("<i>unnamed</i>");
            page.append("<tr><td>" + name + "</td><td><code title=\"" + Markup.text(it.type()) + "\">"
                    + Markup.text(simple(it.type())) + "</code></td><td>" + LineRange.text(it.states(), states())
                    + "</td></tr>\n");
        }
        page.append("</tbody></table>\n");
    }

    private List<Integer> states() {
        return function.suspensions().stream().map(Suspension::state).toList();
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private void frame(FunctionOutline outline) {
        page.append("<details><summary>Frame: about " + outline.estimatedBytes() + " bytes, "
                + counted(outline.fields().size(), "field") + "</summary>\n<p class=\"muted\">"
                + Markup.text(outline.frameClass().replace('/', '.'))
                + ". An estimate: HotSpot on 64 bits with compressed references.</p>\n<ul class=\"fields\">\n");
        for (FunctionOutline.Field field : outline.fields()) {
            page.append("<li><code>" + Markup.text(simple(field.type()) + " " + field.name()) + "</code></li>\n");
        }
        page.append("</ul></details>\n");
    }
}
