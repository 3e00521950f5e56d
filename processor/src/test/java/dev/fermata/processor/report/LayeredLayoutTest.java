package dev.fermata.processor.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.report.Graph.Edge;
import dev.fermata.processor.report.Graph.Node;
import dev.fermata.processor.report.LayeredLayout.Drawing;
import dev.fermata.processor.report.LayeredLayout.Point;
import dev.fermata.processor.report.LayeredLayout.Route;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LayeredLayoutTest {
    private static final Node NODE = new Node(80, 40);

    private static Graph graph(int nodes, int[]... edges) {
        List<Edge> all = new ArrayList<>();
        for (int[] edge : edges) {
            all.add(new Edge(edge[0], edge[1], 30, false));
        }
        return new Graph(Collections.nCopies(nodes, NODE), all);
    }

    @Test
    void chain_isOneStraightLine() {
        Drawing drawing = LayeredLayout.of(graph(3, new int[] {0, 1}, new int[] {1, 2}));

        assertThat(drawing.nodes())
                .extracting(Point::x)
                .containsOnly(drawing.nodes().get(0).x());
        assertThat(drawing.nodes()).extracting(Point::y).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void loop_goesBackUp() {
        Drawing drawing =
                LayeredLayout.of(graph(4, new int[] {0, 1}, new int[] {1, 2}, new int[] {2, 1}, new int[] {2, 3}));

        List<Point> back = drawing.routes().get(2).points();
        assertThat(back.get(0).y()).isGreaterThan(back.get(back.size() - 1).y());
        assertThat(back.get(0).y()).isEqualTo(drawing.nodes().get(2).y() - 20);
        assertThat(back.get(back.size() - 1).y())
                .isEqualTo(drawing.nodes().get(1).y() + 20);
        assertThat(drawing.nodes().get(3).y())
                .isGreaterThan(drawing.nodes().get(2).y());
    }

    @Test
    void edgeToItself_hasNoRoute_andItsLabelBesideTheNode() {
        Drawing drawing = LayeredLayout.of(graph(2, new int[] {0, 0}, new int[] {0, 1}));

        assertThat(drawing.routes().get(0).points()).isEmpty();
        assertThat(drawing.labels().get(0).x())
                .isGreaterThan(drawing.nodes().get(0).x() + 40 + 15);
        assertThat(drawing.width()).isGreaterThan(drawing.labels().get(0).x() + 15);
    }

    @Test
    void branches_thatCanBeDrawnWithoutCrossing_are() {
        // Written so that the order of the nodes is the wrong one.
        Drawing drawing =
                LayeredLayout.of(graph(5, new int[] {0, 1}, new int[] {0, 2}, new int[] {2, 3}, new int[] {1, 4}));

        boolean left = drawing.nodes().get(1).x() < drawing.nodes().get(2).x();
        assertThat(drawing.nodes().get(4).x() < drawing.nodes().get(3).x()).isEqualTo(left);
    }

    @Test
    void longEdges_toOneNode_shareALine() {
        Drawing drawing = LayeredLayout.of(graph(
                5, new int[] {0, 1}, new int[] {1, 2}, new int[] {2, 3}, new int[] {3, 4}, new int[] {0, 4}, new int[] {
                    1, 4
                }));

        Route first = drawing.routes().get(4);
        Route second = drawing.routes().get(5);
        assertThat(first.joins()).isEqualTo(first.points().size() - 1);
        assertThat(second.joins()).isLessThan(second.points().size() - 1);
        assertThat(first.points())
                .containsSubsequence(
                        second.points().subList(second.joins(), second.points().size()));
    }

    @Test
    void nodesAndLabels_neverOverlap() {
        Random random = new Random(42);
        for (int round = 0; round < 200; round++) {
            Drawing drawing = LayeredLayout.of(randomGraph(random));
            List<double[]> boxes = new ArrayList<>();
            drawing.nodes().forEach(it -> boxes.add(new double[] {it.x() - 40, it.y() - 20, it.x() + 40, it.y() + 20}));
            drawing.labels().forEach(it -> boxes.add(new double[] {it.x() - 15, it.y() - 7, it.x() + 15, it.y() + 7}));
            for (int i = 0; i < boxes.size(); i++) {
                assertThat(boxes.get(i)[0]).isNotNegative();
                assertThat(boxes.get(i)[2]).isLessThanOrEqualTo(drawing.width());
                assertThat(boxes.get(i)[3]).isLessThanOrEqualTo(drawing.height());
                for (int j = 0; j < i; j++) {
                    assertThat(overlap(boxes.get(i), boxes.get(j)))
                            .as("%s and %s of round %s", j, i, round)
                            .isFalse();
                }
            }
        }
    }

    private static Graph randomGraph(Random random) {
        int size = 2 + random.nextInt(15);
        List<Edge> edges = new ArrayList<>();
        for (int node = 1; node < size; node++) {
            edges.add(new Edge(random.nextInt(node), node, 30, random.nextBoolean()));
        }
        List<List<Integer>> known = new ArrayList<>();
        edges.forEach(it -> known.add(List.of(it.from(), it.to())));
        for (int more = 0; more < size; more++) {
            List<Integer> ends = List.of(random.nextInt(size), random.nextInt(size));
            if (!known.contains(ends)) {
                known.add(ends);
                edges.add(new Edge(ends.get(0), ends.get(1), 30, random.nextBoolean()));
            }
        }
        return new Graph(Collections.nCopies(size, NODE), edges);
    }

    private static boolean overlap(double[] a, double[] b) {
        double tolerance = 0.01;
        return a[0] < b[2] - tolerance && b[0] < a[2] - tolerance && a[1] < b[3] - tolerance && b[1] < a[3] - tolerance;
    }
}
