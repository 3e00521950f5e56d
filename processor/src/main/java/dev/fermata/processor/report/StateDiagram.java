package dev.fermata.processor.report;

import dev.fermata.processor.report.LayeredLayout.Drawing;
import dev.fermata.processor.report.LayeredLayout.Point;
import dev.fermata.processor.report.LayeredLayout.Route;
import dev.fermata.processor.report.ReportedFunction.Suspension;
import dev.fermata.processor.transform.FunctionOutline;
import dev.fermata.processor.transform.analysis.StateGraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws the state machine of a function as SVG. Colours are left to the style sheet of the page. */
final class StateDiagram {
    private static final double NAME_WIDTH = 7.25;
    private static final double SMALL_WIDTH = 6.05;
    private static final int LONGEST = 40;
    private static final double BADGE = 26;
    private static final double PADDING = 10;
    private static final double LOOP = 22;

    private final ReportedFunction function;
    private final FunctionOutline outline;
    private final List<StateGraph.Transition> transitions;
    private final Map<Integer, Integer> nodes = new LinkedHashMap<>();
    private final List<String> labels = new ArrayList<>();
    private final StringBuilder svg = new StringBuilder();

    private StateDiagram(ReportedFunction function, FunctionOutline outline) {
        this.function = function;
        this.outline = outline;
        this.transitions = outline.transitions();
    }

    /**
     * A drawing.
     *
     * @param svg an element of SVG
     * @param width its width in pixels
     */
    record Drawn(String svg, double width) {}

    /**
     * Draws it.
     *
     * @param number a number that no other diagram of the page has
     */
    static Drawn of(ReportedFunction function, FunctionOutline outline, int number) {
        return new StateDiagram(function, outline).draw(number);
    }

    private Drawn draw(int number) {
        Drawing drawing = LayeredLayout.of(graph());
        String width = Markup.number(drawing.width());
        String height = Markup.number(drawing.height());
        svg.append("<svg class=\"machine\" role=\"img\" aria-labelledby=\"t" + number + " d" + number + "\" width=\""
                + width + "\" height=\"" + height + "\" viewBox=\"0 0 " + width + " " + height + "\">\n");
        svg.append("<title id=\"t" + number + "\">State machine of " + Markup.text(function.title()) + "</title>\n");
        svg.append("<desc id=\"d" + number + "\">" + Markup.text(description()) + "</desc>\n");
        for (int edge = 0; edge < transitions.size(); edge++) {
            edge(edge, drawing);
        }
        nodes.forEach((state, node) -> node(state, drawing.nodes().get(node)));
        return new Drawn(svg.append("</svg>\n").toString(), drawing.width());
    }

    // ---- what is drawn

    private Graph graph() {
        List<Graph.Node> boxes = new ArrayList<>();
        nodes.put(StateGraph.START, 0);
        boxes.add(new Graph.Node(64, 26));
        for (Suspension suspension : function.suspensions()) {
            nodes.put(suspension.state(), boxes.size());
            boxes.add(new Graph.Node(width(suspension), 42));
        }
        for (int end : List.of(StateGraph.RETURNED, StateGraph.THROWN)) {
            if (transitions.stream().anyMatch(it -> target(it) == end)) {
                nodes.put(end, boxes.size());
                boxes.add(new Graph.Node(64, 26));
            }
        }
        List<Graph.Edge> edges = new ArrayList<>();
        for (StateGraph.Transition transition : transitions) {
            String label = LineRange.text(transition.lines(), outline.lines());
            labels.add(Markup.cut(label, 22));
            edges.add(new Graph.Edge(
                    node(transition.from()),
                    node(target(transition)),
                    labels.get(labels.size() - 1).length() * SMALL_WIDTH + 8,
                    transition.exceptional()));
        }
        return new Graph(boxes, edges);
    }

    /** What is drawn has its transitions apart. */
    private static int target(StateGraph.Transition transition) {
        return transition.to().get(0);
    }

    private int node(int state) {
        return Optional.ofNullable(nodes.get(state)).orElseThrow();
    }

    private static double width(Suspension suspension) {
        double name = Markup.cut(suspension.text(), LONGEST).length() * NAME_WIDTH;
        double keeps = Markup.cut(details(suspension), LONGEST).length() * SMALL_WIDTH;
        return BADGE + Math.max(name, keeps) + 2 * PADDING;
    }

    private static String details(Suspension suspension) {
        String line = suspension.line() == 0 ? "" : "line " + suspension.line();
        List<String> kept = suspension.spilled().stream()
                .flatMap(it -> it.name().stream())
                .distinct()
                .toList();
        int temporaries = (int)
                suspension.spilled().stream().filter(it -> it.name().isEmpty()).count();
        String others = temporaries == 0 ? "" : (kept.isEmpty() ? "" : " + ") + temporaries + " unnamed";
        String keeps = kept.isEmpty() && temporaries == 0 ? "" : "keeps " + String.join(", ", kept) + others;
        return line + (line.isEmpty() || keeps.isEmpty() ? "" : " \u00b7 ") + keeps;
    }

    private String description() {
        List<String> sentences = new ArrayList<>();
        for (StateGraph.Transition transition : transitions) {
            String lines = LineRange.text(transition.lines(), outline.lines());
            sentences.add(named(transition.from()) + " leads to " + named(target(transition))
                    + (transition.exceptional() ? " by an exception" : "")
                    + (lines.isEmpty() ? "" : ", lines " + lines));
        }
        return String.join(". ", sentences) + ".";
    }

    private static String named(int state) {
        return switch (state) {
            case StateGraph.START -> "Start";
            case StateGraph.RETURNED -> "return";
            case StateGraph.THROWN -> "throw";
            default -> "State " + state;
        };
    }

    // ---- how

    private void node(int state, Point centre) {
        if (state > 0) {
            suspension(function.suspensions().get(state - 1), centre);
            return;
        }
        String word = state == StateGraph.START ? "start" : state == StateGraph.RETURNED ? "return" : "throw";
        svg.append("<g class=\"node " + word + "\" transform=\"translate(" + Markup.number(centre.x()) + " "
                + Markup.number(centre.y()) + ")\"><rect x=\"-32\" y=\"-13\" width=\"64\" height=\"26\" rx=\"13\"/>"
                + "<text text-anchor=\"middle\" y=\"4\">" + word + "</text></g>\n");
    }

    private void suspension(Suspension suspension, Point centre) {
        double width = width(suspension);
        boolean flagged =
                suspension.line() > 0 && function.checks().stream().anyMatch(it -> it.line() == suspension.line());
        String text = Markup.cut(suspension.text(), LONGEST);
        String words = suspension.operand().isEmpty()
                ? suspension.text()
                : suspension
                        .text()
                        .substring(
                                0,
                                suspension.text().length()
                                        - suspension.operand().length()
                                        - 1);
        String operand = text.length() > words.length() ? text.substring(words.length() + 1) : "";
        double left = BADGE + PADDING - width / 2;
        svg.append("<g class=\"node suspension" + (flagged ? " flagged" : "") + "\" transform=\"translate("
                + Markup.number(centre.x()) + " " + Markup.number(centre.y()) + ")\">");
        svg.append("<title>" + Markup.text(suspension.text() + "\n" + details(suspension)) + "</title>");
        svg.append("<rect x=\"" + Markup.number(-width / 2) + "\" y=\"-21\" width=\"" + Markup.number(width)
                + "\" height=\"42\" rx=\"8\"/>");
        svg.append("<text class=\"state\" text-anchor=\"middle\" x=\"" + Markup.number((BADGE + 6) / 2 - width / 2)
                + "\" y=\"4\">" + suspension.state() + "</text>");
        svg.append("<text x=\"" + Markup.number(left) + "\" y=\"-3\"><tspan class=\"verb\">" + words + "</tspan>"
                + (operand.isEmpty() ? "" : " " + Markup.text(operand)) + "</text>");
        svg.append("<text class=\"small\" x=\"" + Markup.number(left) + "\" y=\"12\">"
                + Markup.text(Markup.cut(details(suspension), LONGEST)) + "</text></g>\n");
    }

    private void edge(int index, Drawing drawing) {
        StateGraph.Transition transition = transitions.get(index);
        Route route = drawing.routes().get(index);
        Point label = drawing.labels().get(index);
        boolean loop = transition.from() == target(transition);
        boolean back = loop
                || route.points().get(0).y()
                        > route.points().get(route.points().size() - 1).y();
        String path = loop
                ? selfLoop(
                        drawing.nodes().get(node(transition.from())),
                        function.suspensions().get(transition.from() - 1))
                : curve(route);
        boolean arrow = loop || route.joins() == route.points().size() - 1;
        String marker = transition.exceptional() ? "arrow-exceptional" : back ? "arrow-back" : "arrow";
        svg.append("<g class=\"edge" + (transition.exceptional() ? " exceptional" : "") + (back ? " back" : "")
                + "\"><path d=\"" + path + "\"" + (arrow ? " marker-end=\"url(#" + marker + ")\"" : "") + "/>");
        if (!labels.get(index).isEmpty()) {
            double width = labels.get(index).length() * SMALL_WIDTH + 6;
            svg.append("<rect x=\"" + Markup.number(label.x() - width / 2) + "\" y=\"" + Markup.number(label.y() - 7)
                    + "\" width=\"" + Markup.number(width) + "\" height=\"14\" rx=\"3\"/>"
                    + "<text class=\"small\" text-anchor=\"middle\" x=\"" + Markup.number(label.x()) + "\" y=\""
                    + Markup.number(label.y() + 3.5) + "\">" + labels.get(index) + "</text>");
        }
        svg.append("</g>\n");
    }

    private static String selfLoop(Point centre, Suspension suspension) {
        double x = centre.x() + width(suspension) / 2;
        return "M" + point(x, centre.y() + 10) + "C" + point(x + LOOP, centre.y() + 16) + " "
                + point(x + LOOP, centre.y() - 16) + " " + point(x, centre.y() - 10);
    }

    /** Through each point vertically, so that neighbouring pieces meet without a corner. */
    private static String curve(Route route) {
        StringBuilder path = new StringBuilder();
        for (int at = 0; at <= route.joins(); at++) {
            Point to = route.points().get(at);
            if (at == 0) {
                path.append("M").append(point(to.x(), to.y()));
                continue;
            }
            Point from = route.points().get(at - 1);
            if (Math.abs(from.x() - to.x()) < 0.1) {
                path.append("V").append(Markup.number(to.y()));
            } else {
                double middle = (from.y() + to.y()) / 2;
                path.append("C" + point(from.x(), middle) + " " + point(to.x(), middle) + " " + point(to.x(), to.y()));
            }
        }
        return path.toString();
    }

    private static String point(double x, double y) {
        return Markup.number(x) + " " + Markup.number(y);
    }
}
