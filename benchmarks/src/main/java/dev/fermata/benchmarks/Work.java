package dev.fermata.benchmarks;

/** Sizes, inputs and results of the workloads: those of the peers' benchmark, so that the columns can stand side by side. */
final class Work {
    /** Of the calls: so many in one run of a loop that the run itself does not count. */
    static final int ROUNDS = 100;

    static final int CALLS = 1_000;
    static final int FIB_ROUNDS = 10;
    static final int FIB_N = 20;
    static final int FIB_CALLS = 21_891;
    static final int SWITCHES = 10_000;
    static final int PINGS = 10_000;
    static final int SPAWNS = 10_000;
    static final int LEAVES = 1_000_000;
    static final int PARKED = 1_000_000;
    static final int ELEMENTS = 100_000;
    static final int TREE_DEPTH = 15;
    static final int TREE_NODES = (1 << TREE_DEPTH) - 1;
    static final int TIMERS = 100_000;
    static final int DEPTH = 1_000_000;

    static final long CALL_SUM = callSum();
    static final long FIB_SUM = 6765L * FIB_ROUNDS;
    static final long PING_SUM = 2L * PINGS;
    static final Node TREE = tree(0, TREE_NODES);

    private Work() {}

    /** 0 + 1 + .. + (n - 1). */
    static long sumBelow(long n) {
        return n * (n - 1) / 2;
    }

    static long check(long expected, long got) {
        if (expected != got) {
            throw new AssertionError("expected " + expected + ", got " + got);
        }
        return got;
    }

    /** How long task i of the timers sleeps: 0 to 50 ms, without a pattern. */
    static int delayMillis(int i) {
        return (int) (((i * 0x9E3779B97F4A7C15L) >>> 33) % 51);
    }

    private static long callSum() {
        Counter counter = new Counter();
        for (int round = 0; round < ROUNDS; round++) {
            for (int call = 0; call < CALLS; call++) {
                counter.mix(call);
            }
        }
        return counter.value;
    }

    /** What the functions of the calls work on: cheap, and nothing that the JIT compiler can foresee. */
    static final class Counter {
        long value;

        void mix(long x) {
            value = (value ^ x) + 1;
        }
    }

    /** Of a tree whose walk in order gives 0, 1, 2, .. */
    static final class Node {
        final Node left;
        final Node right;
        final long value;

        Node(Node left, long value, Node right) {
            this.left = left;
            this.value = value;
            this.right = right;
        }
    }

    private static Node tree(int from, int to) {
        if (from >= to) {
            return null;
        }
        int middle = (from + to) >>> 1;
        return new Node(tree(from, middle), middle, tree(middle + 1, to));
    }
}
