package dev.fermata.asyncio;

import dev.fermata.AsyncIterable;
import dev.fermata.AsyncIterator;
import dev.fermata.Awaitable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tasks in the order in which they end. An iterator of itself, so that a loop that was left can be gone on with by another.
 *
 * <p>The invariant that rules out a lost wake-up: while a task is in {@code ended} and somebody waits, one of those who wait is
 * woken. Who is woken and then cancelled hands on.
 */
final class Completions<T extends @Nullable Object> implements AsyncIterable<Task<T>>, AsyncIterator<Task<T>> {
    private final BaseEventLoop loop;
    private final Set<Task<T>> running = new LinkedHashSet<>();
    private final Deque<Task<T>> ended = new ArrayDeque<>();

    /** Those who wait and are not woken. */
    private final Deque<Promise<@Nullable Object>> waiters = new ArrayDeque<>();

    private final Consumer<Promise<T>> listener = this::taskDone;

    /** How many are still to be given; the time that is up is given once for each task that it has cut off. */
    private int left;

    private @Nullable Duration limit;
    private @Nullable Handle timer;

    private Completions(BaseEventLoop loop) {
        this.loop = loop;
    }

    /** Starts what is not started; what is given twice counts once. */
    static <T extends @Nullable Object> AsyncIterable<Task<T>> of(
            Collection<? extends Awaitable<T>> awaitables, @Nullable Duration limit) {
        BaseEventLoop loop = CurrentLoop.requireRunning();
        Set<Awaitable<T>> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Awaitable<T>> inOrder = new ArrayDeque<>();
        for (Awaitable<T> awaitable :
                Objects.requireNonNull(awaitables, "awaitables")) { // refused before anything is started
            Objects.requireNonNull(awaitable, "an awaitable was expected, got null");
            if (awaitable instanceof Promise<T> promise) {
                loop.requireOwn(promise);
            }
            if (distinct.add(awaitable)) {
                inOrder.add(awaitable);
            }
        }
        Completions<T> completions = new Completions<>(loop);
        inOrder.forEach(completions::start);
        completions.limit(limit);
        return completions;
    }

    private void start(Awaitable<T> awaitable) {
        Task<T> task = awaitable instanceof Task<T> it ? it : loop.createTask(awaitable.asCoroutine());
        running.add(task);
        left++;
        task.addDoneCallback(listener);
    }

    private void limit(@Nullable Duration longest) {
        limit = longest;
        if (longest != null && left > 0) {
            timer = loop.callLater(longest, this::expire);
        }
    }

    @Override
    public AsyncIterator<Task<T>> iterator() {
        return this;
    }

    @Override
    public Awaitable<Task<T>> anext() {
        return new NextCompletion<>(this);
    }

    private void taskDone(Promise<T> task) {
        running.remove(task);
        ended.add((Task<T>) task);
        if (running.isEmpty() && timer != null) {
            timer.cancel();
        }
        wakeOne();
    }

    private void expire() {
        running.forEach(it -> it.removeDoneCallback(listener));
        running.clear();
        wakeAll();
    }

    private void wakeAll() {
        while (!waiters.isEmpty()) {
            wakeOne();
        }
    }

    private void wakeOne() {
        for (Promise<@Nullable Object> waiter = waiters.poll(); waiter != null; waiter = waiters.poll()) {
            if (!waiter.isDone()) { // it may have been cancelled
                waiter.setResult(null);
                return;
            }
        }
    }

    // ---- for the coroutine that waits for the next one

    /**
     * Takes the next one; null if it has to be waited for.
     *
     * @throws AsyncTimeoutException if the time is up
     */
    @Nullable
    Task<T> poll() {
        if (!ended.isEmpty()) {
            countOne();
            return ended.remove();
        }
        if (running.isEmpty() && left > 0) {
            countOne();
            throw new AsyncTimeoutException("timed out after " + limit, null);
        }
        return null;
    }

    /** With the last one, those who wait learn that there is no more. */
    private void countOne() {
        left--;
        if (left == 0) {
            wakeAll();
        }
    }

    boolean isExhausted() {
        return left == 0;
    }

    /** Joins those who wait. */
    Promise<@Nullable Object> join() {
        Promise<@Nullable Object> waiter = loop.createPromise();
        waiters.add(waiter);
        return waiter;
    }

    /** Called by one who was cancelled. */
    void leave(Promise<@Nullable Object> waiter) {
        if (!waiters.remove(waiter) && !ended.isEmpty()) {
            wakeOne();
        }
    }
}
