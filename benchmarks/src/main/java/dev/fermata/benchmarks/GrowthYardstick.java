package dev.fermata.benchmarks;

/**
 * What the machine itself makes of size: objects as large as a small task, made, kept, and visited in another order than
 * that in which they were made. No algorithm is behind it; what grows here is the share of memory that no cache holds.
 */
final class GrowthYardstick implements GrowthWorkload {
    @Override
    public void run(int size, GrowthMeter meter) {
        Node[] nodes = new Node[size];
        meter.start();
        for (int i = 0; i < size; i++) {
            nodes[i] = new Node(i);
        }
        meter.stop("yardstick: object made", size);
        meter.start();
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum += nodes[scattered(i, size)].value;
        }
        meter.stop("yardstick: object visited", size);
        Work.check(Work.sumBelow(size), sum);
    }

    /** A permutation of the numbers below a power of ten. */
    static int scattered(int i, int size) {
        return (int) (i * 7_919L % size);
    }

    private static final class Node {
        final long value;
        Node first;
        Node second;
        Node third;
        long fourth;
        long fifth;

        Node(long value) {
            this.value = value;
        }
    }
}
