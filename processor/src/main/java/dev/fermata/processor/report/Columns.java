package dev.fermata.processor.report;

import dev.fermata.processor.report.LayeredLayout.Segment;
import dev.fermata.processor.report.LayeredLayout.Vertex;
import java.util.ArrayList;
import java.util.List;

/**
 * Places the vertices of ordered layers from left to right. Each layer in turn is put as near as it can be to where its neighbours
 * are, without changing its order or coming closer than allowed: least squares under an order is isotonic regression, which
 * pooling adjacent violators solves exactly.
 */
final class Columns {
    private static final int SWEEPS = 40;

    /** How much everything wants to be in the middle: enough that lines do not stray from what they pass. */
    private static final double CENTRE = 0.4;

    /** How many layers up and down decide where the middle is. */
    private static final int STRETCH = 8;

    private Columns() {}

    static void place(List<List<Vertex>> layers, double nodeGap, double lineGap) {
        for (List<Vertex> layer : layers) {
            double x = 0;
            for (Vertex vertex : layer) {
                x += vertex.left;
                vertex.x = x;
                x += vertex.right + gap(vertex, nodeGap, lineGap);
            }
            double middle = x / 2;
            layer.forEach(vertex -> vertex.x -= middle);
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean down = sweep % 2 == 0;
            for (int step = 0; step < layers.size(); step++) {
                List<Vertex> layer = layers.get(down ? step : layers.size() - 1 - step);
                // The last sweeps look both ways, so that neither the upper nor the lower end of a line decides alone.
                boolean both = sweep >= SWEEPS / 2;
                settle(layer, down || both, !down || both, nodeGap, lineGap);
            }
        }
        straighten(layers);
    }

    /**
     * Moves whole layers, so that the states of each stretch lie around one middle. What was settled from layer to layer may
     * lean to one side by a little each time, which over hundreds of layers is a lot.
     */
    private static void straighten(List<List<Vertex>> layers) {
        double[] sums = new double[layers.size() + 1];
        int[] states = new int[layers.size() + 1];
        for (int rank = 0; rank < layers.size(); rank++) {
            sums[rank + 1] = sums[rank];
            states[rank + 1] = states[rank];
            for (Vertex vertex : layers.get(rank)) {
                sums[rank + 1] += vertex.isNode ? vertex.x : 0;
                states[rank + 1] += vertex.isNode ? 1 : 0;
            }
        }
        for (int rank = 0; rank < layers.size(); rank++) {
            int first = Math.max(rank - STRETCH, 0);
            int last = Math.min(rank + STRETCH + 1, layers.size());
            double middle = (sums[last] - sums[first]) / Math.max(states[last] - states[first], 1);
            layers.get(rank).forEach(vertex -> vertex.x -= middle);
        }
    }

    private static double gap(Vertex vertex, double nodeGap, double lineGap) {
        return vertex.isNode ? nodeGap : lineGap;
    }

    /** A run of vertices that are as close to each other as allowed. */
    private static final class Block {
        double sum;
        double weight;
        int size;

        double mean() {
            return sum / weight;
        }
    }

    private static void settle(List<Vertex> layer, boolean byUpper, boolean byLower, double nodeGap, double lineGap) {
        List<Block> blocks = new ArrayList<>();
        double[] offsets = new double[layer.size()];
        for (int index = 0; index < layer.size(); index++) {
            Vertex vertex = layer.get(index);
            if (index > 0) {
                Vertex before = layer.get(index - 1);
                double gap = Math.max(gap(before, nodeGap, lineGap), gap(vertex, nodeGap, lineGap));
                offsets[index] = offsets[index - 1] + before.right + gap + vertex.left;
            }
            Block block = block(vertex, byUpper, byLower, offsets[index]);
            while (!blocks.isEmpty() && blocks.get(blocks.size() - 1).mean() > block.mean()) {
                Block before = blocks.remove(blocks.size() - 1);
                block.sum += before.sum;
                block.weight += before.weight;
                block.size += before.size;
            }
            blocks.add(block);
        }
        int index = 0;
        for (Block block : blocks) {
            for (int in = 0; in < block.size; in++, index++) {
                layer.get(index).x = block.mean() + offsets[index];
            }
        }
    }

    private static Block block(Vertex vertex, boolean byUpper, boolean byLower, double offset) {
        Block block = new Block();
        block.size = 1;
        double weight = CENTRE;
        double sum = 0;
        if (byUpper) {
            for (Segment segment : vertex.up) {
                weight += segment.weight();
                sum += segment.weight() * segment.upper().x;
            }
        }
        if (byLower) {
            for (Segment segment : vertex.down) {
                weight += segment.weight();
                sum += segment.weight() * segment.lower().x;
            }
        }
        block.weight = weight;
        block.sum = sum - weight * offset;
        return block;
    }
}
