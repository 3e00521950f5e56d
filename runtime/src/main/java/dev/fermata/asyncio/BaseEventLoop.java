package dev.fermata.asyncio;

import dev.fermata.AsyncGenerator;
import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.machine.Machine;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The loop. All fields but the inbox and {@code thread} belong to the thread that runs it. */
final class BaseEventLoop implements EventLoop {
    private static final System.Logger LOGGER = System.getLogger("dev.fermata.asyncio");
    private static final long SLOW_NANOS = Duration.ofMillis(100).toNanos();
    private static final long LONGEST_DELAY = Long.MAX_VALUE / 2;

    private final Idle idle;
    private final Inbox inbox = new Inbox();
    private final ReadyQueue ready;
    private final TimerHeap timers = new TimerHeap(this);
    private final TaskList tasks = new TaskList();
    private final Failures failures = new Failures();

    final AsyncGenerators generators = new AsyncGenerators();

    /** Runs the tasks, one after the other. */
    final Machine machine = new Machine();

    /** The task whose step runs. */
    @Nullable
    Task<?> current;

    private volatile @Nullable Thread thread;
    private volatile boolean closed;
    private boolean stopping;
    private boolean debug;
    private int tasksCreated;
    private @Nullable ExceptionHandler handler;

    BaseEventLoop(Idle idle) {
        this(idle, new ReadyQueue());
    }

    /** With an order of its own, for tests. */
    BaseEventLoop(Idle idle, ReadyQueue ready) {
        this.idle = idle;
        this.ready = ready;
        machine.onAnnouncement(begun -> began((AsyncGenerator<?>) begun));
    }

    // ---- running

    @Override
    public <T extends @Nullable Object> T runUntilComplete(Awaitable<T> awaitable) {
        requireStartable(awaitable);
        Promise<T> promise = ensurePromise(awaitable);
        boolean[] over = {false};
        Consumer<Promise<T>> stop = done -> {
            if (!over[0]) { // it may still be queued when an error leaves this run, and must not stop the next one
                stop();
            }
        };
        promise.addDoneCallback(stop);
        try {
            runForever();
        } finally {
            over[0] = true;
            promise.removeDoneCallback(stop);
        }
        if (!promise.isDone()) {
            throw new IllegalStateException("Event loop stopped before Promise completed");
        }
        return promise.result();
    }

    @Override
    public void runForever() {
        requireStartable(null);
        thread = Thread.currentThread();
        CurrentLoop.setRunning(this);
        idle.enter();
        try {
            do {
                turn();
            } while (!stopping);
        } finally {
            stopping = false;
            idle.exit();
            CurrentLoop.setRunning(null);
            thread = null;
        }
    }

    private void requireStartable(@Nullable Awaitable<?> awaitable) {
        String reason = null;
        if (closed) {
            reason = "Event loop is closed";
        } else if (thread != null) {
            reason = "This event loop is already running";
        } else if (CurrentLoop.running() != null) {
            reason = "Cannot run the event loop while another loop is running";
        }
        if (reason != null) {
            discard(awaitable);
            throw new IllegalStateException(reason);
        }
    }

    /** A coroutine that cannot be run is closed, so that it does not look forgotten. */
    private static void discard(@Nullable Object awaitable) {
        if (awaitable instanceof Coroutine<?> coroutine) {
            coroutine.close();
        }
    }

    private void turn() {
        inbox.drainTo(ready);
        if (ready.size() == 0 && !stopping) {
            waitForWork();
        }
        if (!timers.isEmpty()) {
            long now = idle.nanoTime();
            while (!timers.isEmpty() && timers.first().when - now <= 0) {
                ready.add(timers.removeFirst());
            }
        }
        for (int left = ready.size(); left > 0; left--) {
            run(ready.remove());
        }
    }

    private void waitForWork() {
        reportFailures();
        closeUnusedGenerators();
        if (ready.size() > 0 || stopping) {
            return; // the exception handler, or a generator, has given it something to do
        }
        long timeout = Idle.FOREVER;
        if (!timers.isEmpty()) {
            timeout = timers.first().when - idle.nanoTime();
        }
        if (timeout > 0 && inbox.isEmpty()) {
            idle.park(timeout);
        }
        inbox.drainTo(ready);
    }

    private void run(Object taskOrHandle) {
        long start = debug ? idle.nanoTime() : 0;
        if (taskOrHandle instanceof Task<?> task) {
            task.step();
        } else if (taskOrHandle instanceof Handle handle) {
            run(handle);
        }
        if (debug && idle.nanoTime() - start >= SLOW_NANOS) {
            long millis = (idle.nanoTime() - start) / 1_000_000;
            LOGGER.log(System.Logger.Level.WARNING, "{0} took {1} ms; every other task waited", taskOrHandle, millis);
        }
    }

    private void run(Handle handle) {
        try {
            handle.run();
        } catch (VirtualMachineError fatal) {
            throw fatal;
        } catch (Throwable thrown) {
            report(new ErrorContext("Exception in callback", thrown, null, null, handle));
        }
    }

    @Override
    public void stop() {
        requireUsable();
        stopping = true;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        if (thread != null) {
            throw new IllegalStateException("Cannot close a running event loop");
        }
        if (closed) {
            return;
        }
        reportFailures();
        closed = true;
        ready.clear();
        timers.clear();
    }

    // ---- planning

    @Override
    public <T extends @Nullable Object> Task<T> createTask(Coroutine<T> coroutine) {
        Objects.requireNonNull(coroutine, "a coroutine was expected, got null");
        try {
            requireUsable();
        } catch (IllegalStateException unusable) {
            discard(coroutine);
            throw unusable;
        }
        Task<T> task = new Task<>(this, coroutine, ++tasksCreated);
        tasks.add(task);
        ready.add(task);
        return task;
    }

    @Override
    public <T extends @Nullable Object> Task<T> createTask(Coroutine<T> coroutine, String name) {
        if (name == null) {
            discard(coroutine);
            throw new NullPointerException("name");
        }
        Task<T> task = createTask(coroutine);
        task.setName(name);
        return task;
    }

    @Override
    public <T extends @Nullable Object> Promise<T> createPromise() {
        requireUsable();
        return new Promise<>(this);
    }

    @Override
    public Handle callSoon(Runnable callback) {
        requireUsable();
        Handle handle = new Handle(this, Objects.requireNonNull(callback, "callback"));
        ready.add(handle);
        return handle;
    }

    @Override
    public Handle callSoonThreadsafe(Runnable callback) {
        requireOpen();
        Handle handle = new Handle(this, Objects.requireNonNull(callback, "callback"));
        if (inbox.put(handle)) {
            idle.wake();
        }
        return handle;
    }

    @Override
    public void execute(Runnable command) {
        callSoonThreadsafe(command);
    }

    @Override
    public TimerHandle callLater(Duration delay, Runnable callback) {
        return callAt(time() + nanos(delay), callback);
    }

    @Override
    public TimerHandle callAt(long nanos, Runnable callback) {
        requireUsable();
        return timers.add(Objects.requireNonNull(callback, "callback"), nanos);
    }

    @Override
    public long time() {
        return idle.nanoTime();
    }

    /** Bounded, so that times can be compared by their difference; the bound is 146 years. */
    static long nanos(Duration delay) {
        if (delay.isNegative()) {
            return 0;
        }
        return delay.compareTo(Duration.ofNanos(LONGEST_DELAY)) >= 0 ? LONGEST_DELAY : delay.toNanos();
    }

    @Override
    public <T extends @Nullable Object> Promise<T> runInExecutor(Executor executor, Callable<T> callable) {
        requireUsable();
        Offloaded<T> call = new Offloaded<>(this, Objects.requireNonNull(callable, "callable"));
        executor.execute(call);
        return call;
    }

    <T extends @Nullable Object> Promise<T> ensurePromise(Awaitable<T> awaitable) {
        if (awaitable instanceof Promise<T> promise) {
            if (promise.loop() != this) {
                throw new IllegalArgumentException("The promise belongs to a different loop than the one given");
            }
            return promise;
        }
        return createTask(awaitable.asCoroutine());
    }

    // ---- tasks and promises

    void schedule(Task<?> task) {
        ready.add(task);
    }

    void ended(Task<?> task) {
        tasks.remove(task);
    }

    void failed(Promise<?> promise) {
        failures.add(promise);
    }

    @Override
    public Set<Task<?>> allTasks() {
        requireThread();
        return tasks.snapshot();
    }

    private void began(AsyncGenerator<?> generator) {
        closeUnusedGenerators();
        if (generators.add(generator)) {
            report(new ErrorContext(
                    "asynchronous generator " + generator
                            + " was scheduled after EventLoop.shutdownAsyncGenerators() call",
                    null,
                    null,
                    null,
                    null));
        }
    }

    private void closeUnusedGenerators() {
        generators.takeUnused(it -> createTask(it.aclose()));
    }

    @Override
    public Coroutine<Void> shutdownAsyncGenerators() {
        requireUsable();
        return new AsyncGeneratorShutdown(this);
    }

    void requireUsable() {
        requireOpen();
        requireThread();
    }

    void requireThread() {
        Thread own = thread;
        if (own != null && own != Thread.currentThread()) {
            throw new IllegalStateException("used in thread "
                    + Thread.currentThread().getName() + ", but the event loop runs in thread " + own.getName()
                    + "; use callSoonThreadsafe() from other threads");
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("Event loop is closed");
        }
    }

    // ---- reporting

    @Override
    public void setExceptionHandler(@Nullable ExceptionHandler handler) {
        requireUsable();
        this.handler = handler;
    }

    @Override
    public void setDebug(boolean on) {
        requireUsable();
        debug = on;
    }

    private void reportFailures() {
        for (Promise<?> failed : failures.take()) {
            Task<?> task = failed instanceof Task<?> it ? it : null;
            String what = task == null ? "Promise exception was never retrieved" : "Task exception was never retrieved";
            report(new ErrorContext(what, failed.exception(), failed, task, null));
        }
    }

    void report(ErrorContext context) {
        ExceptionHandler own = handler;
        if (own == null) {
            log(context);
            return;
        }
        try {
            own.handle(this, context);
        } catch (VirtualMachineError fatal) {
            throw fatal;
        } catch (Throwable broken) {
            log(context);
            log(new ErrorContext("The exception handler has failed", broken, null, null, null));
        }
    }

    private static void log(ErrorContext context) {
        String where = context.promise() == null ? "" : ": " + context.promise();
        LOGGER.log(System.Logger.Level.ERROR, context.message() + where, context.exception());
    }
}
