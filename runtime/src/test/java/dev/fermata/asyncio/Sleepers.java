package dev.fermata.asyncio;

import dev.fermata.Coroutine;
import dev.fermata.asyncio.testing.ManualClock;
import dev.fermata.machine.Machine;
import java.time.Duration;

/** Run by {@link MemoryTest} in a JVM of its own: what many sleepers cost. */
final class Sleepers {
    private Sleepers() {}

    /** {@code tasks} or {@code turns}, and how many. */
    public static void main(String[] arguments) {
        int count = Integer.parseInt(arguments[1]);
        switch (arguments[0]) {
            case "tasks" -> tasks(count);
            case "turns" -> turns(count);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    /** Many tasks asleep at once, each with a deadline of its own; prints how many woke. */
    private static void tasks(int count) {
        ManualClock clock = new ManualClock();
        int[] woken = {0};
        try (BaseEventLoop loop = new BaseEventLoop(clock)) {
            for (int number = 0; number < count; number++) {
                loop.createTask(new Sleeper(Duration.ofSeconds(1 + number % 1000), 1, () -> woken[0]++));
            }
            loop.stop();
            loop.runForever();
            System.out.println("asleep " + loop.allTasks().size() + ", bytes each " + usedBytes() / count);
            loop.callLater(Duration.ofSeconds(2000), loop::stop);
            loop.runForever();
            System.out.println("woken " + woken[0] + ", left " + loop.allTasks().size());
        }
    }

    /** One task that sleeps for no time, many times; prints the used heap at a tenth of the way and at the end. */
    private static void turns(int count) {
        try (BaseEventLoop loop = new BaseEventLoop(new ManualClock())) {
            loop.runUntilComplete(new Sleeper(Duration.ZERO, count / 10, () -> {}));
            long early = usedBytes();
            loop.runUntilComplete(new Sleeper(Duration.ZERO, count - count / 10, () -> {}));
            System.out.println("growth " + (usedBytes() - early));
        }
    }

    private static long usedBytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Sleeps some times in a loop. */
    private static final class Sleeper extends Coroutine<Object> {
        private final Duration delay;
        private final Runnable end;
        private int left;

        Sleeper(Duration delay, int times, Runnable end) {
            this.delay = delay;
            this.left = times;
            this.end = end;
        }

        @Override
        protected Object step(Machine machine, int state) {
            if (state != CREATED) {
                machine.resumed();
            }
            while (left > 0) {
                left--;
                if (Machine.await(Asyncio.sleep(delay), machine) == Machine.SUSPENDED) {
                    return machine.suspend(this, 1);
                }
            }
            end.run();
            return null;
        }
    }
}
