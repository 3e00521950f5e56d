package dev.fermata.asyncio.sync;

import dev.fermata.Coroutine;
import dev.fermata.machine.Machine;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A queue between coroutines: asyncio's Queue, and by {@link #lifo} and {@link #priority} its LifoQueue and PriorityQueue.
 * Null is an element like others.
 *
 * <p>Order: those who get are served first come, first served, and so are those who put. {@link #getNow} and {@link #putNow}
 * do not stand in line: they may take what somebody was woken for, who then waits on in its place.
 *
 * <p>Cancellation: an element is taken out when {@link #get} returns it, and is in the queue when {@link #put} returns, not
 * before; so a cancelled get has lost nothing, and a cancelled put has put nothing. If one was woken and is cancelled, the
 * next one is woken in its place.
 *
 * <p>Threads: those of a loop, see the package. From other threads: {@code loop.callSoonThreadsafe(() -> queue.putNow(x))}.
 *
 * @param <T> what it holds
 */
public final class AsyncQueue<T extends @Nullable Object> {
    private final LoopBinding binding = new LoopBinding(AsyncQueue.class);
    private final WaitQueue getters = new WaitQueue(binding);
    private final WaitQueue putters = new WaitQueue(binding);
    private final WaitQueue joiners = new WaitQueue(binding);
    private final Stock stock = new Stock();
    private final Room room = new Room();
    private final Elements<T> elements;
    private final int maxSize;
    private int unfinished;
    private boolean shutDown;

    /** Makes one without a bound: first in, first out. */
    public AsyncQueue() {
        this(0);
    }

    /**
     * Makes one with a bound: first in, first out.
     *
     * @param maxSize how many it holds at most; 0 or less: any number
     */
    public AsyncQueue(int maxSize) {
        this(maxSize, new Elements.Sequence<>(false));
    }

    private AsyncQueue(int maxSize, Elements<T> elements) {
        this.maxSize = maxSize;
        this.elements = elements;
    }

    /**
     * Makes one that gives the last one first: asyncio's LifoQueue.
     *
     * @param <T> what it holds
     * @param maxSize how many it holds at most; 0 or less: any number
     * @return the queue
     */
    public static <T extends @Nullable Object> AsyncQueue<T> lifo(int maxSize) {
        return new AsyncQueue<>(maxSize, new Elements.Sequence<>(true));
    }

    /**
     * Makes one that gives the least one first, and equal ones in the order in which they came: asyncio's PriorityQueue.
     *
     * @param <T> what it holds
     * @param maxSize how many it holds at most; 0 or less: any number
     * @param order says which one is less; it must not throw
     * @return the queue
     */
    public static <T extends @Nullable Object> AsyncQueue<T> priority(int maxSize, Comparator<? super T> order) {
        return new AsyncQueue<>(maxSize, new Elements.Priority<>(Objects.requireNonNull(order, "order")));
    }

    // ---- getting and putting

    /**
     * Puts something.
     *
     * <p>Suspension: only if the queue is full, or others wait to put.
     *
     * @param element what
     * @return a coroutine that ends when it is in the queue; it fails with a {@link QueueShutDownException} if the queue is
     *     shut down before
     */
    public Coroutine<Void> put(T element) {
        return new Acquisition<>(putters, room, element);
    }

    /**
     * Gets something.
     *
     * <p>Suspension: only if the queue is empty, or others wait to get.
     *
     * @return a coroutine that gives it; it fails with a {@link QueueShutDownException} if the queue is shut down, and empty
     */
    public Coroutine<T> get() {
        return new Acquisition<>(getters, stock, null);
    }

    /**
     * Puts something at once.
     *
     * @param element what
     * @throws QueueFullException if there is no room
     * @throws QueueShutDownException if it is shut down
     * @throws IllegalStateException in a wrong loop or thread
     */
    public void putNow(T element) {
        binding.check();
        if (isFull() && !shutDown) {
            throw new QueueFullException("the queue holds " + elements.size() + " of " + maxSize);
        }
        add(element);
    }

    /**
     * Gets something at once.
     *
     * @return what comes next
     * @throws QueueEmptyException if there is nothing
     * @throws QueueShutDownException if there is nothing and it is shut down
     * @throws IllegalStateException in a wrong loop or thread
     */
    public T getNow() {
        binding.check();
        if (isEmpty() && !shutDown) {
            throw new QueueEmptyException("the queue is empty");
        }
        return remove();
    }

    /**
     * Returns how many it holds.
     *
     * @return the number
     */
    public int size() {
        return elements.size();
    }

    /**
     * Tells whether it holds nothing.
     *
     * @return true if so
     */
    public boolean isEmpty() {
        return elements.size() == 0;
    }

    /**
     * Tells whether it holds as many as it may.
     *
     * @return true if so; never if it has no bound
     */
    public boolean isFull() {
        return maxSize > 0 && elements.size() >= maxSize;
    }

    // ---- work

    /**
     * Says that what was got last has been dealt with. Those who {@link #join} wait for one such call for each element.
     *
     * @throws IllegalStateException if called more often than something was put, or in a wrong loop or thread
     */
    public void taskDone() {
        binding.check();
        if (unfinished == 0) {
            throw new IllegalStateException("taskDone() called too many times");
        }
        finish();
    }

    /**
     * Waits until everything that was put has been dealt with, see {@link #taskDone}.
     *
     * <p>Suspension: only if something is left to do. Cancellation: it just does not wait any more.
     *
     * @return a coroutine that ends then; it ends even if more is put before it runs
     */
    public Coroutine<Void> join() {
        return new Notification(joiners, () -> unfinished == 0);
    }

    /**
     * Shuts it down: nothing can be put any more, and who waits to put fails. What it holds can still be got; then getting
     * fails. Again: no effect.
     *
     * @throws IllegalStateException in a wrong loop or thread
     */
    public void shutdown() {
        shutdown(false);
    }

    /**
     * Shuts it down.
     *
     * @param immediate whether to drop what it holds, so that getting fails at once; what is dropped counts as dealt with
     * @throws IllegalStateException in a wrong loop or thread
     */
    public void shutdown(boolean immediate) {
        binding.check();
        shutDown = true;
        while (immediate && !isEmpty()) {
            elements.remove();
            if (unfinished > 0) {
                finish();
            }
        }
        getters.wakeEvery();
        putters.wakeEvery();
    }

    @Override
    public String toString() {
        return "AsyncQueue size: " + elements.size() + (maxSize > 0 ? " of " + maxSize : "") + ", getters: "
                + getters.live() + ", putters: " + putters.live() + ", unfinished: " + unfinished
                + (shutDown ? ", shut down" : "");
    }

    // ---- for Entries: what Acquisition.enter() does, by classes that the JIT compiler knows

    @Nullable
    Object enterGet(Machine machine) {
        binding.check();
        return stock.available() > 0 && !getters.isOccupied()
                ? remove()
                : Acquisition.stand(getters, stock, null, machine);
    }

    @Nullable
    Object enterPut(T element, Machine machine) {
        binding.check();
        if (room() > 0 && !putters.isOccupied()) {
            add(element);
            return null;
        }
        return Acquisition.stand(putters, room, element, machine);
    }

    private void add(T element) {
        if (shutDown) {
            throw new QueueShutDownException("the queue is shut down");
        }
        elements.add(element);
        unfinished++;
        getters.wakeUpTo(elements.size());
    }

    private T remove() {
        if (isEmpty()) {
            throw new QueueShutDownException("the queue is shut down");
        }
        T element = elements.remove();
        putters.wakeUpTo(room());
        return element;
    }

    private void finish() {
        unfinished--;
        if (unfinished == 0) {
            joiners.wakeEvery();
        }
    }

    /** How many may put: all, once it is shut down, for they are to fail. */
    private int room() {
        return maxSize <= 0 || shutDown ? Integer.MAX_VALUE : maxSize - elements.size();
    }

    /** Whether to put and to get cannot throw. */
    private boolean isCertain() {
        return !shutDown && elements.isCertain();
    }

    /** What get() waits for. */
    private final class Stock implements Supply<@Nullable Void, T> {
        @Override
        public int available() {
            return shutDown ? Integer.MAX_VALUE : elements.size();
        }

        @Override
        public int certain() {
            return isCertain() ? elements.size() : 0;
        }

        @Override
        public T take(@Nullable Void nothing) {
            return remove();
        }
    }

    /** What put() waits for. */
    private final class Room implements Supply<T, Void> {
        @Override
        public int available() {
            return room();
        }

        @Override
        public int certain() {
            return isCertain() ? room() : 0;
        }

        @Override
        @SuppressWarnings("NullAway") // Void has no value but null
        public Void take(T element) {
            add(element);
            return null;
        }
    }
}
