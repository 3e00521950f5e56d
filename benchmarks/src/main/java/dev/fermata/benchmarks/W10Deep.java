package dev.fermata.benchmarks;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;

/** A recursion of a million awaits on a stack of the default size, once, in a cold JVM. The argument names the column. */
public final class W10Deep {
    private W10Deep() {}

    /**
     * Prints the time of a call.
     *
     * @param args one, ignored
     */
    public static void main(String[] args) {
        int[] reached = new int[1];
        long start = System.nanoTime();
        try {
            Work.check(Work.DEPTH, Asyncio.run(deep(Work.DEPTH, reached)));
            System.out.printf("RESULT\tcall\t%.1f\tns/op%n", (System.nanoTime() - start) / (double) Work.DEPTH);
        } catch (StackOverflowError overflow) {
            System.out.printf("RESULT\tcall\tfails: StackOverflowError at depth %d%n", reached[0]);
        }
    }

    @Async
    private static Coroutine<Long> deep(int n, int[] reached) {
        reached[0]++;
        return n == 0 ? result(0L) : result(1 + await(deep(n - 1, reached)));
    }
}
