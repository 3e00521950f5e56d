package dev.fermata.processor.report;

import dev.fermata.processor.check.SourceOutline.Form;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The report as one page that loads nothing. All of it is there without a script, which only searches and filters; browsers lay
 * out what is on the screen, by the style sheet's {@code content-visibility}, so that thousands of functions open at once.
 */
final class HtmlReport {
    private final Report report;
    private final List<ReportedFunction> functions;
    private final StringBuilder page = new StringBuilder();

    private HtmlReport(Report report) {
        this.report = report;
        this.functions = report.functions();
    }

    static String of(Report report) {
        return new HtmlReport(report).page();
    }

    private String page() {
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                + "<title>Fermata report</title>\n<style>\n" + resource("page.css") + "</style>\n</head>\n<body>\n");
        arrows();
        page.append("<div class=\"page\">\n");
        sidebar();
        page.append("<main id=\"main\" tabindex=\"-1\">\n");
        if (functions.isEmpty()) {
            page.append("<p class=\"empty\">No coroutine or generator functions were compiled.</p>\n");
        }
        page.append(
                "<p class=\"empty\" id=\"nothing\" hidden=\"hidden\">Nothing matches. Press Escape to see all.</p>\n");
        for (int index = 0; index < functions.size(); index++) {
            FunctionSection.write(page, functions.get(index), index);
        }
        elsewhere();
        page.append("</main>\n</div>\n<script type=\"application/json\" id=\"data\">\n" + data() + "</script>\n");
        page.append("<script>\n//<![CDATA[\n" + resource("page.js") + "//]]>\n</script>\n</body>\n</html>\n");
        return page.toString();
    }

    /** Shared by all diagrams. */
    private void arrows() {
        page.append("<svg width=\"0\" height=\"0\" class=\"defs\" aria-hidden=\"true\"><defs>");
        for (String id : List.of("arrow", "arrow-back", "arrow-exceptional")) {
            page.append("<marker id=\"" + id + "\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\""
                    + " markerHeight=\"8\" markerUnits=\"userSpaceOnUse\" orient=\"auto\">"
                    + "<path d=\"M0 0.5 8 4 0 7.5z\"/></marker>");
        }
        page.append("</defs></svg>\n");
    }

    private void sidebar() {
        long found = functions.stream().filter(it -> !it.checks().isEmpty()).count();
        page.append("<aside>\n<header><h1>Fermata</h1><p class=\"muted\">" + functions.size()
                + (functions.size() == 1 ? " function" : " functions") + " of what was compiled last"
                + (found == 0 ? "" : ", " + found + " with findings") + "</p></header>\n");
        page.append("<form class=\"tools\" role=\"search\" onsubmit=\"return false\">"
                + "<input type=\"search\" id=\"search\" placeholder=\"Search\" autocomplete=\"off\""
                + " aria-label=\"Search names, awaited calls and variables\" title=\"Press / to search\"/>\n"
                + "<div class=\"row\"><select id=\"kind\" aria-label=\"Kind\"><option value=\"\">all kinds</option>"
                + "<option value=\"coroutine\">coroutines</option><option value=\"generator\">generators</option>"
                + "<option value=\"asyncGenerator\">async generators</option>"
                + "<option value=\"future\">futures</option>"
                + "<option value=\"lambda\">lambdas</option></select>\n"
                + "<label><input type=\"checkbox\" id=\"findings\"/> with findings</label></div>\n"
                + "<select id=\"class\" aria-label=\"Class\"><option value=\"\">all classes</option>");
        for (String name :
                functions.stream().map(ReportedFunction::className).distinct().toList()) {
            page.append("<option>" + Markup.text(name) + "</option>");
        }
        page.append(
                "</select>\n<p class=\"muted\" id=\"count\" role=\"status\"></p></form>\n<nav aria-label=\"Functions\">\n");
        String group = "";
        for (ReportedFunction function : functions) {
            if (!function.className().equals(group)) {
                page.append(group.isEmpty() ? "" : "</ul></section>\n");
                group = function.className();
                int dot = group.lastIndexOf('.') + 1;
                page.append("<section><h2 title=\"" + Markup.text(group) + "\"><span class=\"muted\">"
                        + Markup.text(group.substring(0, dot)) + "</span>" + Markup.text(group.substring(dot))
                        + "</h2><ul>\n");
            }
            link(function);
        }
        page.append(group.isEmpty() ? "" : "</ul></section>\n");
        page.append(
                "</nav>\n<footer><p class=\"muted legend\">Numbers at arrows are lines. <b class=\"back\">Blue</b> goes back to"
                        + " an earlier state, <b class=\"exceptional\">dashed red</b> takes an exception. An error that nothing here"
                        + " catches may leave at any state and is not drawn.</p><button type=\"button\" id=\"save\">Save as JSON</button></footer>\n</aside>\n");
    }

    private void link(ReportedFunction function) {
        int checks = function.checks().size();
        page.append("<li data-kind=\"" + JsonReport.word(function.kind()) + "\" data-class=\""
                + Markup.text(function.className()) + "\" data-lambda=\"" + (function.form() == Form.LAMBDA)
                + "\" data-checks=\"" + checks + "\" data-search=\"" + Markup.text(searched(function))
                + "\"><a href=\"#"
                + Markup.text(anchor(function)) + "\">" + Markup.text(function.title())
                + "<span class=\"muted\">" + (function.firstLine() == 0 ? "" : " " + function.firstLine()) + "</span>"
                + (checks == 0
                        ? ""
                        : "<span class=\"dot\" title=\"" + checks + (checks == 1 ? " finding" : " findings") + "\">"
                                + checks + "</span>")
                + "</a></li>\n");
    }

    private static String searched(ReportedFunction function) {
        return (function.className() + "." + function.title() + " " + function.signature() + " "
                        + function.suspensions().stream()
                                .map(ReportedFunction.Suspension::text)
                                .collect(Collectors.joining(" "))
                        + " "
                        + function.spilled().stream()
                                .flatMap(it -> it.name().stream())
                                .collect(Collectors.joining(" "))
                        + " "
                        + function.checks().stream().map(it -> it.id().text()).collect(Collectors.joining(" ")))
                .toLowerCase(Locale.ROOT);
    }

    /** Ids hold no white space, and browsers decode what they look for; so only the percent sign needs care. */
    static String anchor(ReportedFunction function) {
        return function.id().replace("%", "%25");
    }

    private void elsewhere() {
        List<Report.Elsewhere> all = report.elsewhere();
        if (!all.isEmpty()) {
            page.append(
                    "<article id=\"elsewhere\" class=\"function\"><header><h2>Outside of these functions</h2></header>\n");
            all.forEach(it -> FunctionSection.finding(page, it.raised(), it.className()));
            page.append("</article>\n");
        }
    }

    /** In JSON these three stand in strings only; escaped, nothing of a string can end the element. */
    private String data() {
        return JsonReport.compact(report)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the processor's jar lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
