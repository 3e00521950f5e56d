package dev.fermata.asyncio;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells which callback, or which step of a task, keeps the loop from all others: while it does so with the line that it has
 * come to, and afterwards with the time that it took.
 *
 * <p>The line is read from the stack of the loop's thread by a thread of its own ({@link Watchdog}), so a callback that never
 * returns is named as well; asyncio only measures afterwards, and names the task. The two threads share one number: 0 while
 * nothing runs, else the number of what runs. If it is the same before and after the stack was taken, the stack belongs to it.
 *
 * <p>Off, it costs the test of a field for each callback; on, two readings of the clock and four volatile stores.
 */
final class SlowCallbacks {
    /** asyncio's {@code slow_callback_duration}. */
    static final Duration IN_DEBUG_MODE = Duration.ofMillis(100);

    private static final List<String> OF_THE_JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

    private final Idle clock;
    private final EventLoop loop;

    private @Nullable Duration given;
    private boolean debug;
    private @Nullable Watchdog watchdog;
    private boolean watching;
    private long begun;

    private volatile long limit = Idle.FOREVER;
    private volatile @Nullable Thread thread;
    private volatile long number;
    private volatile long since;
    private volatile @Nullable Object running;

    /** Belongs to the watchdog's thread. */
    private long reported;

    SlowCallbacks(EventLoop loop, Idle clock) {
        this.loop = loop;
        this.clock = clock;
    }

    // ---- the loop's thread

    void setLimit(@Nullable Duration duration) {
        given = duration;
        update();
    }

    void setDebug(boolean on) {
        debug = on;
        update();
    }

    @Nullable
    Duration limit() {
        return given == null && debug ? IN_DEBUG_MODE : given;
    }

    private void update() {
        Duration effective = limit();
        limit = effective == null ? Idle.FOREVER : LoopTime.nanos(effective);
        watching = effective != null;
        if (thread != null) {
            stopWatchdog(); // it may be about to wait for the old limit
            startWatchdog();
        }
    }

    /** The loop begins to run, in this thread. Again, in the same or another one: from now on this thread is watched. */
    void enter() {
        if (thread != Thread.currentThread()) {
            thread = Thread.currentThread();
            startWatchdog();
        }
    }

    /** The loop ends to run. */
    void exit() {
        stopWatchdog();
        thread = null;
    }

    boolean isWatching() {
        return watching;
    }

    void begin(Object taskOrHandle) {
        running = taskOrHandle instanceof Handle handle ? handle.callback() : taskOrHandle;
        since = clock.nanoTime();
        number = ++begun;
    }

    void end() {
        number = 0;
        Object ended = running;
        running = null;
        long took = clock.nanoTime() - since;
        if (took >= limit) {
            long millis = TimeUnit.NANOSECONDS.toMillis(took);
            Log.LOGGER.log(
                    System.Logger.Level.WARNING,
                    describe(ended) + " took " + millis + " ms; every other task of " + loop + " waited");
        }
    }

    private void startWatchdog() {
        if (watching && watchdog == null) {
            watchdog = Watchdog.start(this, clock, Thread.currentThread().getName());
        }
    }

    private void stopWatchdog() {
        if (watchdog != null) {
            watchdog.stop();
            watchdog = null;
        }
    }

    // ---- the watchdog's thread

    /**
     * Reports what runs, if that has taken too long and was not reported.
     *
     * @return when to look again, in nanoseconds from {@code now}
     */
    long look(long now) {
        long allowed = limit;
        long seen = number;
        if (seen == 0 || seen == reported) {
            return allowed; // what begins meanwhile has then taken this long at most
        }
        Object it = running;
        long took = now - since;
        if (number != seen) {
            return allowed;
        }
        if (took < allowed) {
            return allowed - took;
        }
        Thread blocked = thread;
        StackTraceElement[] stack = blocked == null ? new StackTraceElement[0] : blocked.getStackTrace();
        if (blocked != null && it != null && number == seen) {
            reported = seen;
            report(it, took, blocked.getName(), stack);
        }
        return allowed;
    }

    private void report(Object it, long took, String thread, StackTraceElement[] stack) {
        Throwable where = new Throwable("the stack of thread " + thread);
        where.setStackTrace(stack);
        String text = describe(it) + " has blocked " + loop + " for " + TimeUnit.NANOSECONDS.toMillis(took) + " ms, at "
                + line(stack);
        Log.LOGGER.log(System.Logger.Level.WARNING, text, where);
    }

    /** A lambda's own text is the name of a class that nobody has written. */
    private static String describe(@Nullable Object taskOrCallback) {
        if (taskOrCallback instanceof Runnable callback) {
            String type = callback.getClass().getName();
            int lambda = type.indexOf("$$Lambda");
            return lambda < 0 ? callback.toString() : "a lambda of " + type.substring(0, lambda);
        }
        return String.valueOf(taskOrCallback);
    }

    /** The innermost line that is not the JDK's: not where it sleeps, but who had it sleep. */
    private static String line(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .filter(it -> OF_THE_JDK.stream().noneMatch(it.getClassName()::startsWith))
                .findFirst()
                .map(it -> new StackTraceElement(
                        it.getClassName(), it.getMethodName(), it.getFileName(), it.getLineNumber()))
                .map(StackTraceElement::toString) // without names of class loaders and modules
                .orElse("an unknown line");
    }
}
