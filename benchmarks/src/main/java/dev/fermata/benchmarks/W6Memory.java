package dev.fermata.benchmarks;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.Promise;
import dev.fermata.asyncio.Task;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes of heap and of resident memory for each of a million tasks that are parked: asleep, or on one promise.
 * Arguments: the name of the column, and {@code sleep} or {@code future}.
 */
public final class W6Memory {
    private W6Memory() {}

    /**
     * Prints both.
     *
     * @param args see above
     * @throws Exception if the process cannot be looked at
     */
    public static void main(String[] args) throws Exception {
        Work.check(Work.CALL_SUM, Work.CALL_SUM); // its inputs are made before the first look
        long heapBefore = usedHeap();
        long residentBefore = resident();
        EventLoop loop = EventLoop.create();
        Promise<Void> never = args[1].equals("sleep") ? null : loop.createPromise();
        List<Task<Long>> tasks = new ArrayList<>(Work.PARKED);
        loop.runUntilComplete(parkAll(tasks, never));
        long residentAfter = resident(); // before the collections, which change the size of the heap as they like
        long heapAfter = usedHeap();
        Reference.reachabilityFence(tasks);
        Reference.reachabilityFence(loop);
        Reference.reachabilityFence(never);
        System.out.printf("RESULT\theap\t%.0f\tB/task%n", (heapAfter - heapBefore) / (double) Work.PARKED);
        System.out.printf("RESULT\trss\t%.0f\tB/task%n", (residentAfter - residentBefore) / (double) Work.PARKED);
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    @Async
    private static Coroutine<Void> parkAll(List<Task<Long>> tasks, Promise<Void> never) {
        for (int i = 0; i < Work.PARKED; i++) {
            tasks.add(Asyncio.createTask(parked(i, never)));
        }
        await(Asyncio.sleep(Duration.ZERO));
        return done();
    }

    @Async
    private static Coroutine<Long> parked(int i, Promise<Void> never) {
        long local = i;
        if (never == null) {
            await(Asyncio.sleep(Duration.ofHours(1)));
        } else {
            await(never);
        }
        return result(local);
    }

    private static long usedHeap() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(50);
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElse(0);
    }
}
