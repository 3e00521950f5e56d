package dev.fermata.asyncio;

import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.machine.Machine;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The loop. What is not said to be for any thread belongs to the thread that runs it. */
final class BaseEventLoop implements EventLoop {
    final Turns turns;
    final TimerHeap timers = new TimerHeap(this);
    final Confinement confinement;
    final @Nullable HostedTurns hosted;
    private final ReadyQueue ready;
    private final LoopRuns runs = new LoopRuns(this);
    private final Tasks tasks = new Tasks(this);
    private final ErrorReports errors = new ErrorReports(this);

    /**
     * What other threads have given to the loop and wait for. Any thread. Who adds one looks whether the loop is closed after that: it may have
     * told the others already.
     */
    final Set<LoopDependent> submissions = ConcurrentHashMap.newKeySet();

    /** Runs the tasks, one after the other. */
    final Machine machine;

    /** Until when the task sleeps that yields {@link Sleep#TIME}. */
    long wakeTime;

    /** The task whose step runs. */
    @Nullable
    Task<?> current;

    /**
     * Of {@link CurrentLoop}: the thread in which this is the running loop. Plain: each thread only compares it with itself, and
     * sees what it has written.
     */
    @Nullable
    Thread here;

    /** Of the thread that runs it. */
    CurrentContext contexts = CurrentContext.ofThread();

    /** Read by whoever captures a context for a callback. */
    volatile @Nullable ThreadLocalBridge bridge;

    // Made when they are needed: each program's start would pay for their classes.
    private @Nullable CallsElsewhere executors;
    private @Nullable AsyncGenerators generators;
    private @Nullable OriginTracking origins;

    /** Made as those, by whoever has callbacks watched for the first time. */
    @Nullable
    SlowCallbacks slow;

    private volatile boolean closed;
    private volatile String name = "EventLoop";
    private volatile boolean debug;

    BaseEventLoop(Idle idle) {
        this(idle, new ReadyQueue(), null);
    }

    /** With an order of its own, for tests; and with a host whose thread it runs in, for {@link HostedTurns}. */
    BaseEventLoop(Idle idle, ReadyQueue ready, @Nullable LoopHost host) {
        this.ready = ready;
        hosted = host != null && idle instanceof HostedTurns it ? it : null;
        confinement = new Confinement(host);
        turns = new Turns(this, idle, ready, timers);
        machine = new Machine(turns);
        setDebugMode(Boolean.getBoolean("fermata.debug"));
    }

    // ---- running

    @Override
    public <T extends @Nullable Object> T runUntilComplete(Awaitable<T> awaitable) {
        return runs.untilComplete(awaitable);
    }

    @Override
    public void runForever() {
        runs.forever();
    }

    /** A coroutine that cannot be run is closed, so that it does not look forgotten. */
    static void discard(@Nullable Object awaitable) {
        if (awaitable instanceof Coroutine<?> coroutine) {
            coroutine.close();
        }
    }

    /** Nothing is ready: the moment for what must not disturb others. It may make something ready. */
    void aboutToIdle() {
        errors.reportFailures();
        if (generators != null) {
            generators.closeUnused();
        }
    }

    @Override
    public void stop() {
        requireUsable();
        runs.stop();
    }

    @Override
    public boolean isRunning() {
        return confinement.isEntered();
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        if (closed || !runs.mayClose()) {
            return;
        }
        errors.reportAllFailures();
        errors.reportPending(tasks.snapshot());
        closed = true;
        here = null; // between the turns of a host it still was that of its thread
        turns.clear();
        if (executors != null) {
            executors.close();
        }
        for (LoopDependent submission : submissions) {
            submission.loopClosed();
        }
        runs.closed();
    }

    /** A run begins in this thread, or the turn of a host, again and again. */
    void enter() {
        confinement.enter();
        if (slow != null) {
            slow.enter();
        }
    }

    /** It belongs to no thread any more. */
    void exit() {
        if (slow != null) {
            slow.exit();
        }
        confinement.exit();
    }

    // ---- planning

    @Override
    public <T extends @Nullable Object> Task<T> createTask(Coroutine<T> coroutine) {
        return createTask(coroutine, TaskOptions.defaults());
    }

    @Override
    public <T extends @Nullable Object> Task<T> createTask(Coroutine<T> coroutine, TaskOptions options) {
        return createTask(coroutine, options, null);
    }

    /** As {@link Tasks#create}. */
    <T extends @Nullable Object> Task<T> createTask(
            Coroutine<T> coroutine, TaskOptions options, @Nullable Consumer<? super Task<?>> made) {
        requireTaskable(coroutine, options);
        return tasks.create(coroutine, options, made);
    }

    /** As a task factory wants it. */
    <T extends @Nullable Object> Task<T> makeTask(Coroutine<T> coroutine, TaskOptions options) {
        requireTaskable(coroutine, options);
        return tasks.make(coroutine, options);
    }

    private void requireTaskable(Coroutine<?> coroutine, TaskOptions options) {
        Objects.requireNonNull(coroutine, "a coroutine was expected, got null");
        try {
            Objects.requireNonNull(options, "options");
            requireUsable();
        } catch (RuntimeException unusable) {
            discard(coroutine);
            throw unusable;
        }
    }

    @Override
    public void setTaskFactory(@Nullable TaskFactory factory) {
        requireUsable();
        tasks.setFactory(factory);
    }

    @Override
    public @Nullable TaskFactory taskFactory() {
        return tasks.factory();
    }

    /** As {@link Tasks#start}. */
    <T extends @Nullable Object> Task<T> startTask(Coroutine<T> coroutine) {
        requireUsable();
        return tasks.start(coroutine);
    }

    @Override
    public <T extends @Nullable Object> Task<T> createTask(Coroutine<T> coroutine, String name) {
        if (name == null) {
            discard(coroutine);
            throw new NullPointerException("name");
        }
        return createTask(coroutine, TaskOptions.defaults().withName(name));
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
        schedule(handle);
        return handle;
    }

    @Override
    public Handle callSoon(Runnable callback, Context context) {
        Objects.requireNonNull(callback, "callback");
        return callIn(given(context), callback);
    }

    private Context given(Context context) {
        return CurrentContext.given(Objects.requireNonNull(context, "context"), bridge);
    }

    /** As callSoon(); null is an empty context. */
    Handle callIn(@Nullable Context context, Runnable callback) {
        requireUsable();
        Handle handle = new Handle(this, callback, context);
        schedule(handle);
        return handle;
    }

    /** Whether a callback is on the stack. */
    boolean runs(Handle handle) {
        return contexts.callback == handle;
    }

    @Override
    public Handle callSoonThreadsafe(Runnable callback) {
        requireOpen();
        Handle handle = new Handle(this, Objects.requireNonNull(callback, "callback"));
        turns.put(handle);
        return handle;
    }

    @Override
    public Handle callSoonThreadsafe(Runnable callback, Context context) {
        requireOpen();
        Objects.requireNonNull(callback, "callback");
        Handle handle = new Handle(this, callback, given(context));
        turns.put(handle);
        return handle;
    }

    @Override
    public void execute(Runnable command) {
        callSoonThreadsafe(command);
    }

    @Override
    public TimerHandle callLater(Duration delay, Runnable callback) {
        return addTimer(time() + LoopTime.nanos(Objects.requireNonNull(delay, "delay")), callback);
    }

    @Override
    public TimerHandle callAt(long nanos, Runnable callback) {
        return addTimer(LoopTime.withinReach(nanos, time()), callback);
    }

    @Override
    public TimerHandle callLater(Duration delay, Runnable callback, Context context) {
        return callAt(time() + LoopTime.nanos(delay), callback, context);
    }

    @Override
    public TimerHandle callAt(long nanos, Runnable callback, Context context) {
        Context own = given(context);
        TimerHandle timer = callAt(nanos, callback);
        timer.context = own;
        return timer;
    }

    private TimerHandle addTimer(long when, Runnable callback) {
        requireUsable();
        TimerHandle timer = timers.add(Objects.requireNonNull(callback, "callback"), when);
        if (hosted != null) {
            hosted.timerMade();
        }
        return timer;
    }

    @Override
    public long time() {
        return turns.idle.nanoTime();
    }

    @Override
    public <T extends @Nullable Object> Promise<T> runInExecutor(@Nullable Executor executor, Callable<T> callable) {
        requireUsable();
        return executors().run(executor, callable, false);
    }

    @Override
    public void setDefaultExecutor(ExecutorService executor) {
        requireUsable();
        executors().setDefault(Objects.requireNonNull(executor, "executor"));
    }

    @Override
    public Coroutine<Void> shutdownDefaultExecutor(@Nullable Duration timeout) {
        requireUsable();
        return ExecutorShutdown.of(this, timeout);
    }

    <T extends @Nullable Object> Promise<T> ensurePromise(Awaitable<T> awaitable) {
        if (awaitable instanceof Promise<T> promise) {
            requireOwn(promise);
            return promise;
        }
        return createTask(awaitable.asCoroutine());
    }

    void requireOwn(Promise<?> promise) {
        if (promise.loop != this) {
            throw new IllegalArgumentException("The promise belongs to a different loop than the one given");
        }
    }

    // ---- tasks and promises

    /** Has a task run at {@link #wakeTime}. */
    void sleep(Task<?> task) {
        timers.add(task, wakeTime);
        if (hosted != null) {
            hosted.timerMade();
        }
    }

    /** Makes it run in the next turn. */
    void schedule(Object taskOrHandle) {
        ready.add(taskOrHandle);
        if (hosted != null) {
            hosted.becameReady();
        }
    }

    void ended(Task<?> task) {
        tasks.ended(task);
    }

    void failed(Promise<?> promise) {
        errors.failed(promise);
    }

    /** Whether the task that runs has been begun by another one, which goes on when it suspends. */
    boolean runsInside() {
        return tasks.runsInside();
    }

    @Override
    public Set<Task<?>> allTasks() {
        requireThread();
        return tasks.snapshot();
    }

    @Override
    public Coroutine<Void> shutdownAsyncGenerators() {
        requireUsable();
        return AsyncGeneratorShutdown.of(this);
    }

    CallsElsewhere executors() {
        CallsElsewhere own = executors;
        if (own == null) {
            own = new CallsElsewhere(this);
            executors = own;
        }
        return own;
    }

    AsyncGenerators generators() {
        AsyncGenerators own = generators;
        if (own == null) {
            own = new AsyncGenerators(this);
            generators = own;
        }
        return own;
    }

    /** Whether there may be a default executor to shut down. */
    boolean hasExecutors() {
        return executors != null;
    }

    /** Whether an async generator has begun. */
    boolean hasGenerators() {
        return generators != null;
    }

    /** How many calls run in executors. */
    int runningElsewhere() {
        return executors == null ? 0 : executors.running();
    }

    void requireUsable() {
        if (here != Thread.currentThread()) { // else it runs here, so it is open; and nothing volatile is read
            requireOpen();
            confinement.require();
        }
    }

    void requireThread() {
        if (here != Thread.currentThread()) {
            confinement.require();
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
        errors.setHandler(handler);
    }

    @Override
    public @Nullable ExceptionHandler exceptionHandler() {
        return errors.handler();
    }

    @Override
    public void callExceptionHandler(ErrorContext context) {
        requireUsable();
        report(Objects.requireNonNull(context, "context"));
    }

    @Override
    public void defaultExceptionHandler(ErrorContext context) {
        ErrorReports.log(Objects.requireNonNull(context, "context"));
    }

    void report(ErrorContext context) {
        errors.report(context);
    }

    @Override
    public void setThreadLocalBridge(@Nullable ThreadLocalBridge bridge) {
        requireUsable();
        this.bridge = bridge;
    }

    @Override
    public void setDebug(boolean on) {
        requireUsable();
        setDebugMode(on);
    }

    private void setDebugMode(boolean on) {
        debug = on;
        if (on || slow != null) {
            slow().setDebug(on);
        }
        if (CurrentLoop.running() == this) {
            trackOrigins(on);
        }
    }

    /** Called in the thread of the running loop. */
    void trackOrigins(boolean on) {
        if (on && origins == null) {
            origins = new OriginTracking();
        }
        if (origins != null) {
            origins.set(on);
        }
    }

    @Override
    public boolean isDebug() {
        return debug;
    }

    @Override
    public void setSlowCallbackDuration(@Nullable Duration limit) {
        requireUsable();
        slow().setLimit(limit);
    }

    @Override
    public @Nullable Duration slowCallbackDuration() {
        return slow == null ? null : slow.limit();
    }

    SlowCallbacks slow() {
        SlowCallbacks own = slow;
        if (own == null) {
            own = new SlowCallbacks(this, turns.idle);
            if (confinement.thread() != null) { // it runs, in this thread
                own.enter();
            }
            slow = own;
        }
        return own;
    }

    @Override
    public void setName(String name) {
        requireUsable();
        this.name = Objects.requireNonNull(name, "name");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return "<" + name + " running=" + isRunning() + " closed=" + closed + " debug=" + debug + ">";
    }
}
