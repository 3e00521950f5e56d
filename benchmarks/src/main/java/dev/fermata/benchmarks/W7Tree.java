package dev.fermata.benchmarks;

import dev.fermata.Generator;
import dev.fermata.Yields;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** An operation is one node of a tree that is walked in order by a generator which delegates to itself. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Work.TREE_NODES)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class W7Tree {
    /** Needed by JMH. */
    public W7Tree() {}

    @Benchmark
    public long fermata() {
        long sum = 0;
        for (long value : walk(Work.TREE)) {
            sum += value;
        }
        return Work.check(Work.sumBelow(Work.TREE_NODES), sum);
    }

    @Yields
    private static Generator<Long> walk(Work.Node node) {
        if (node != null) {
            Generator.yieldFrom(walk(node.left));
            Generator.yield(node.value);
            Generator.yieldFrom(walk(node.right));
        }
        return Generator.end();
    }
}
