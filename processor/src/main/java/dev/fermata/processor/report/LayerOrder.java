package dev.fermata.processor.report;

import dev.fermata.processor.report.LayeredLayout.Segment;
import dev.fermata.processor.report.LayeredLayout.Vertex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Orders the vertices of layers so that few edges cross: each layer is sorted by where its neighbours in the layer before are on
 * average, down and up again, and the best order of all is kept.
 */
final class LayerOrder {
    private static final int SWEEPS = 12;

    private final List<List<Vertex>> layers;

    LayerOrder(List<List<Vertex>> layers) {
        this.layers = layers;
    }

    void improve() {
        layers.forEach(LayerOrder::number);
        List<List<Vertex>> best = copy();
        long fewest = crossings();
        for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
            if (sweep % 2 == 0) {
                for (int rank = 1; rank < layers.size(); rank++) {
                    sort(layers.get(rank), true);
                }
            } else {
                for (int rank = layers.size() - 2; rank >= 0; rank--) {
                    sort(layers.get(rank), false);
                }
            }
            long crossings = crossings();
            if (crossings < fewest) {
                fewest = crossings;
                best = copy();
            }
        }
        for (int rank = 0; rank < layers.size(); rank++) {
            layers.set(rank, best.get(rank));
            number(layers.get(rank));
        }
    }

    private List<List<Vertex>> copy() {
        List<List<Vertex>> copy = new ArrayList<>();
        layers.forEach(layer -> copy.add(new ArrayList<>(layer)));
        return copy;
    }

    private static void number(List<Vertex> layer) {
        for (int position = 0; position < layer.size(); position++) {
            layer.get(position).position = position;
        }
    }

    private static void sort(List<Vertex> layer, boolean byUpper) {
        Map<Vertex, Double> wanted = new HashMap<>();
        for (Vertex vertex : layer) {
            List<Segment> segments = byUpper ? vertex.up : vertex.down;
            wanted.put(
                    vertex,
                    segments.stream()
                            .mapToInt(it -> (byUpper ? it.upper() : it.lower()).position)
                            .average()
                            .orElse(vertex.position));
        }
        layer.sort(Comparator.comparing(wanted::get));
        number(layer);
    }

    private long crossings() {
        long crossings = 0;
        for (List<Vertex> layer : layers) {
            crossings += crossings(layer);
        }
        return crossings;
    }

    /**
     * Counts the crossings below a layer: pairs of segments of which the first begins left of the second and ends right of it. The
     * lower ends are taken from left to right by their upper ends, and a tree of sums (Fenwick) tells how many of those before lie
     * further right; to compare each pair would take longer than all the rest where a state has hundreds that may follow.
     */
    private static long crossings(List<Vertex> layer) {
        int width = 0;
        for (Vertex vertex : layer) {
            for (Segment segment : vertex.down) {
                width = Math.max(width, segment.lower().position + 1);
            }
        }
        int[] sums = new int[width + 1];
        int before = 0;
        long crossings = 0;
        for (Vertex vertex : layer) {
            // Those of one vertex begin at one point and do not cross.
            for (Segment segment : vertex.down) {
                crossings += before;
                for (int at = segment.lower().position + 1; at > 0; at -= at & -at) {
                    crossings -= sums[at];
                }
            }
            for (Segment segment : vertex.down) {
                for (int at = segment.lower().position + 1; at <= width; at += at & -at) {
                    sums[at]++;
                }
            }
            before += vertex.down.size();
        }
        return crossings;
    }
}
