package dev.fermata.processor.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The first steps of a layered layout (Sugiyama, Tagawa and Toda): edges that close a loop are turned around, and each node gets
 * the lowest rank that is below all that lead to it. Nodes have even ranks; the odd ones between are for labels.
 *
 * @param rank the rank of each node
 * @param reversed whether an edge was turned around
 */
record Ranks(int[] rank, boolean[] reversed) {
    static Ranks of(Graph graph) {
        int size = graph.nodes().size();
        List<List<Integer>> out = new ArrayList<>();
        for (int node = 0; node < size; node++) {
            out.add(new ArrayList<>());
        }
        for (int edge = 0; edge < graph.edges().size(); edge++) {
            out.get(graph.edges().get(edge).from()).add(edge);
        }
        boolean[] reversed = new boolean[graph.edges().size()];
        int[] order = depthFirst(graph, out, reversed);
        int[] rank = new int[size];
        for (int node : order) {
            for (int edge : out.get(node)) {
                int to = graph.edges().get(edge).to();
                if (!reversed[edge] && to != node) {
                    rank[to] = Math.max(rank[to], rank[node] + 2);
                }
            }
            // What leads up here from below has been turned around: it keeps what it starts from below, which the order
            // of the
            // way down has seen to already.
        }
        return new Ranks(rank, reversed);
    }

    /**
     * Walks without recursion, since a function may have thousands of states.
     *
     * @param reversed set for edges to nodes that the walk is still in
     * @return the nodes in reverse post-order: each before all that it leads to
     */
    private static int[] depthFirst(Graph graph, List<List<Integer>> out, boolean[] reversed) {
        int size = graph.nodes().size();
        int[] next = new int[size];
        int[] state = new int[size];
        int[] order = new int[size];
        int left = size;
        int[] stack = new int[size];
        for (int root = 0; root < size; root++) {
            int depth = 0;
            if (state[root] == 0) {
                state[root] = 1;
                stack[depth++] = root;
            }
            while (depth > 0) {
                int node = stack[depth - 1];
                if (next[node] == out.get(node).size()) {
                    state[node] = 2;
                    order[--left] = node;
                    depth--;
                    continue;
                }
                int edge = out.get(node).get(next[node]++);
                int to = graph.edges().get(edge).to();
                if (to != node && state[to] == 1) {
                    reversed[edge] = true;
                } else if (state[to] == 0) {
                    state[to] = 1;
                    stack[depth++] = to;
                }
            }
        }
        return order;
    }

    int last() {
        return Arrays.stream(rank).max().orElse(0);
    }
}
