package dev.fermata.processor.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays a state machine out in layers, top to bottom. Edges that skip layers get a vertex in each of them, and a label is one,
 * too: so nothing lies on anything else. Those that go to the same node over several layers, as those to the head of a loop or to
 * the handler of a try do, share a line from where they meet.
 *
 * <p>The rejected alternative, a library, would be larger than the whole processor and is made for graphs of any kind.
 */
final class LayeredLayout {
    private static final double NODE_GAP = 28;
    private static final double LINE_GAP = 14;
    private static final double RANK_GAP = 20;
    private static final double LABEL_HEIGHT = 14;
    private static final double MARGIN = 12;

    /** How much a line over several layers wants to be straight, next to 12 of one between neighbouring states. */
    private static final double STRAIGHT = 10;

    private static final double LOOP_WIDTH = 26;

    private final Graph graph;
    private final Ranks ranks;
    private final List<Vertex> vertices = new ArrayList<>();
    private final List<List<Vertex>> layers = new ArrayList<>();
    private final List<List<Vertex>> ways = new ArrayList<>();

    private LayeredLayout(Graph graph) {
        this.graph = graph;
        this.ranks = Ranks.of(graph);
    }

    /** A node, a label, or a place where an edge goes through a layer. */
    static final class Vertex {
        final int rank;
        final boolean isNode;
        final double left;
        final double right;
        final double height;
        final List<Segment> up = new ArrayList<>();
        final List<Segment> down = new ArrayList<>();
        int position;
        double x;
        double y;

        Vertex(int rank, boolean isNode, double left, double right, double height) {
            this.rank = rank;
            this.isNode = isNode;
            this.left = left;
            this.right = right;
            this.height = height;
        }
    }

    /**
     * A piece of an edge between neighbouring layers.
     *
     * @param upper its upper end
     * @param lower its lower end
     * @param weight how much it wants to be straight
     */
    record Segment(Vertex upper, Vertex lower, double weight) {}

    /**
     * A point of the drawing.
     *
     * @param x to the right
     * @param y down
     */
    record Point(double x, double y) {}

    /**
     * The drawing.
     *
     * @param width its width
     * @param height its height
     * @param nodes the centres of the nodes
     * @param routes the ways of the edges, from their source on; one of an edge to itself is empty
     * @param labels the centres of the labels
     */
    record Drawing(double width, double height, List<Point> nodes, List<Route> routes, List<Point> labels) {}

    /**
     * The way of an edge.
     *
     * @param points where it goes through
     * @param joins the index of the point from which on it runs on a line that was drawn for another edge; that of the last
     *     one if it runs alone
     */
    record Route(List<Point> points, int joins) {}

    static Drawing of(Graph graph) {
        return new LayeredLayout(graph).draw();
    }

    private Drawing draw() {
        for (int rank = 0; rank <= ranks.last(); rank++) {
            layers.add(new ArrayList<>());
        }
        addNodes();
        addEdges();
        new LayerOrder(layers).improve();
        placeRows();
        Columns.place(layers, NODE_GAP, LINE_GAP);
        return result();
    }

    private Vertex add(Vertex vertex) {
        vertices.add(vertex);
        layers.get(vertex.rank).add(vertex);
        return vertex;
    }

    private void addNodes() {
        double[] loop = new double[graph.nodes().size()];
        for (Graph.Edge edge : graph.edges()) {
            if (edge.from() == edge.to()) {
                loop[edge.from()] = LOOP_WIDTH + edge.labelWidth();
            }
        }
        for (int node = 0; node < loop.length; node++) {
            Graph.Node it = graph.nodes().get(node);
            add(new Vertex(ranks.rank()[node], true, it.width() / 2, it.width() / 2 + loop[node], it.height()));
        }
    }

    private void addEdges() {
        Map<List<Object>, Vertex> shared = new HashMap<>();
        Map<List<Vertex>, Segment> joined = new HashMap<>();
        for (int index = 0; index < graph.edges().size(); index++) {
            Graph.Edge edge = graph.edges().get(index);
            List<Vertex> way = new ArrayList<>();
            ways.add(way);
            if (edge.from() == edge.to()) {
                continue;
            }
            Vertex from = vertices.get(edge.from());
            Vertex to = vertices.get(edge.to());
            int step = from.rank < to.rank ? 1 : -1;
            way.add(from);
            for (int rank = from.rank + step; rank != to.rank; rank += step) {
                double half = edge.labelWidth() / 2;
                if (rank == from.rank + step) {
                    way.add(add(new Vertex(rank, false, half, half, LABEL_HEIGHT)));
                } else {
                    int at = rank;
                    way.add(shared.computeIfAbsent(
                            List.of(edge.to(), rank, step, edge.side()), it -> add(new Vertex(at, false, 0, 0, 0))));
                }
            }
            way.add(to);
            double weight = edge.side() ? 0.5 : step < 0 || way.size() > 3 ? 1 : 12;
            for (int at = 1; at < way.size(); at++) {
                Vertex upper = way.get(step > 0 ? at - 1 : at);
                Vertex lower = way.get(step > 0 ? at : at - 1);
                joined.computeIfAbsent(List.of(upper, lower), it -> join(upper, lower, weight));
            }
        }
    }

    private Segment join(Vertex upper, Vertex lower, double weight) {
        boolean line = !upper.isNode && !lower.isNode;
        Segment segment = new Segment(upper, lower, line ? STRAIGHT : weight);
        upper.down.add(segment);
        lower.up.add(segment);
        return segment;
    }

    private void placeRows() {
        double top = MARGIN;
        for (List<Vertex> layer : layers) {
            double height = layer.stream().mapToDouble(it -> it.height).max().orElse(0);
            for (Vertex vertex : layer) {
                vertex.y = top + height / 2;
            }
            top += height + RANK_GAP;
        }
    }

    private Drawing result() {
        double left = vertices.stream().mapToDouble(it -> it.x - it.left).min().orElse(0);
        double right =
                vertices.stream().mapToDouble(it -> it.x + it.right).max().orElse(0);
        double bottom =
                vertices.stream().mapToDouble(it -> it.y + it.height / 2).max().orElse(0);
        vertices.forEach(it -> it.x += MARGIN - left);
        List<Point> nodes = new ArrayList<>();
        for (int node = 0; node < graph.nodes().size(); node++) {
            nodes.add(centre(vertices.get(node)));
        }
        List<Route> routes = new ArrayList<>();
        List<Point> labels = new ArrayList<>();
        Map<Vertex, Integer> drawn = new HashMap<>();
        for (int index = 0; index < ways.size(); index++) {
            List<Vertex> way = ways.get(index);
            routes.add(route(way, drawn, index));
            labels.add(way.isEmpty() ? loopLabel(graph.edges().get(index)) : centre(way.get(1)));
        }
        return new Drawing(right - left + 2 * MARGIN, bottom + MARGIN, nodes, routes, labels);
    }

    private Point loopLabel(Graph.Edge edge) {
        Vertex node = vertices.get(edge.from());
        return new Point(node.x + node.left + LOOP_WIDTH + edge.labelWidth() / 2, node.y);
    }

    /** From a shared vertex on that an earlier edge went through, the line is there. */
    private static Route route(List<Vertex> way, Map<Vertex, Integer> drawn, int edge) {
        List<Point> points = new ArrayList<>();
        int joins = Math.max(way.size() - 1, 0);
        for (int at = 0; at < way.size(); at++) {
            Vertex vertex = way.get(at);
            boolean last = at == way.size() - 1;
            double side = at + 1 < way.size() && way.get(at + 1).rank < vertex.rank
                            || last && way.get(at - 1).rank > vertex.rank
                    ? -1
                    : 1;
            double reach = vertex.isNode ? vertex.height / 2 * (at == 0 ? side : -side) : 0;
            points.add(new Point(vertex.x, vertex.y + reach));
            if (!vertex.isNode && at < joins && drawn.putIfAbsent(vertex, edge) != null) {
                joins = at;
            }
        }
        return new Route(points, joins);
    }

    private static Point centre(Vertex vertex) {
        return new Point(vertex.x, vertex.y);
    }
}
