package dev.fermata.processor.transform.analysis;

import java.util.BitSet;
import java.util.function.IntFunction;

/** A directed graph, walked either way: which nodes can be reached from some, and which lead to some. */
final class Ways {
    private final int[][] after;
    private final int[][] before;

    /**
     * Makes one.
     *
     * @param size the number of nodes
     * @param next what may follow a node
     */
    Ways(int size, IntFunction<int[]> next) {
        after = new int[size][];
        int[] entries = new int[size];
        for (int node = 0; node < size; node++) {
            after[node] = next.apply(node);
            for (int to : after[node]) {
                entries[to]++;
            }
        }
        before = new int[size][];
        for (int node = 0; node < size; node++) {
            before[node] = new int[entries[node]];
        }
        for (int node = 0; node < size; node++) {
            for (int to : after[node]) {
                before[to][--entries[to]] = node;
            }
        }
    }

    /** The nodes that can be reached from some, these among them. */
    BitSet from(BitSet starts) {
        BitSet everywhere = new BitSet();
        everywhere.set(0, after.length);
        return spread(starts, after, everywhere);
    }

    /** The nodes that lead to some by way of certain others, these among them. */
    BitSet to(BitSet ends, BitSet within) {
        return spread(ends, before, within);
    }

    private static BitSet spread(BitSet begin, int[][] edges, BitSet within) {
        BitSet seen = (BitSet) begin.clone();
        int[] stack = new int[edges.length];
        int left = 0;
        for (int node = seen.nextSetBit(0); node >= 0; node = seen.nextSetBit(node + 1)) {
            stack[left++] = node;
        }
        while (left > 0) {
            for (int node : edges[stack[--left]]) {
                if (within.get(node) && !seen.get(node)) {
                    seen.set(node);
                    stack[left++] = node;
                }
            }
        }
        return seen;
    }
}
