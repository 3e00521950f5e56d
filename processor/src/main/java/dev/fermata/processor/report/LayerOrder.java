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
            List<Segment> segments = new ArrayList<>();
            layer.forEach(vertex -> segments.addAll(vertex.down));
            for (int i = 0; i < segments.size(); i++) {
                for (int j = i + 1; j < segments.size(); j++) {
                    // The first begins left of the second, or where it does.
                    boolean apart = segments.get(i).upper() != segments.get(j).upper();
                    if (apart
                            && segments.get(i).lower().position
                                    > segments.get(j).lower().position) {
                        crossings++;
                    }
                }
            }
        }
        return crossings;
    }
}
