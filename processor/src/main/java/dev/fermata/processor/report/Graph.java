package dev.fermata.processor.report;

import java.util.List;

/**
 * What is to be laid out. The first node is the one that everything begins with.
 *
 * @param nodes the nodes
 * @param edges the edges; several between the same nodes are allowed, and edges from a node to itself
 */
record Graph(List<Node> nodes, List<Edge> edges) {
    /** Copies the lists. */
    Graph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /**
     * A node.
     *
     * @param width its width
     * @param height its height
     */
    record Node(double width, double height) {}

    /**
     * An edge.
     *
     * @param from the index of a node
     * @param to the index of a node
     * @param labelWidth the width of its label
     * @param side whether it belongs beside the main way: an exception
     */
    record Edge(int from, int to, double labelWidth, boolean side) {}
}
