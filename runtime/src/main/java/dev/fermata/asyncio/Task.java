package dev.fermata.asyncio;

import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.machine.Frame;
import dev.fermata.machine.FrameProbe;
import dev.fermata.machine.Machine;
import java.io.PrintStream;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Drives a coroutine on a loop. It is the promise of the coroutine's outcome.
 *
 * <pre>
 *   state       meaning                                      leaves it by
 *   scheduled   in the ready queue                           step()
 *   running     its step is on the stack                     return, exception, suspension
 *   waiting     `awaited` is a promise or a stage            its outcome, cancel()
 *   done        the promise has an outcome
 * </pre>
 *
 * <p><b>Cancellation</b> is an event, not a state: {@link #cancel} cancels what the task waits for, through other tasks down
 * to the innermost promise, and a {@link CancelledError} is thrown at the innermost await. A task that waits for nothing gets
 * it at its next suspension. Whoever catches it and goes on has refused; {@link #cancelling} counts the requests.
 *
 * @param <T> what the coroutine returns
 */
public final class Task<T extends @Nullable Object> extends Promise<T> {
    private final Coroutine<T> coroutine;
    private final int number;

    /** Of {@link TaskList}. */
    @Nullable
    Task<?> previous;

    /** Of {@link TaskList}. */
    @Nullable
    Task<?> next;

    private @Nullable String name;
    private Frame leaf;

    /** What it runs in; null is an empty one that nobody has seen, see {@link CurrentContext}. */
    @Nullable
    Context context;

    /** A {@link Promise}, a {@link StageWait}, or null. */
    private @Nullable Object awaited;

    /** What to throw in the next step instead of going on. */
    private @Nullable Throwable raised;

    private boolean started;
    private int cancelling;

    /** Requests that wait for the next suspension to be delivered, all by one error; the latest first. */
    private @Nullable Undelivered undelivered;

    Task(BaseEventLoop loop, Coroutine<T> coroutine, int number, @Nullable Context context) {
        super(loop);
        this.context = context;
        this.coroutine = coroutine;
        this.leaf = coroutine;
        this.number = number;
    }

    /**
     * Returns its name.
     *
     * @return the name, {@code Task-N} unless it was set
     */
    public String name() {
        return name == null ? "Task-" + number : name;
    }

    /**
     * Names it.
     *
     * @param name the name
     */
    public void setName(String name) {
        this.name = Objects.requireNonNull(name, "name");
    }

    /**
     * Returns the coroutine.
     *
     * @return the coroutine that it drives
     */
    public Coroutine<T> coroutine() {
        return coroutine;
    }

    /**
     * Returns the context that it runs in.
     *
     * @return the context
     */
    public Context context() {
        Context made = context;
        if (made == null) {
            loop.requireThread();
            made = loop.current == this ? CurrentContext.ofThread().context() : Context.empty();
            context = made;
        }
        return made;
    }

    /**
     * Requests that it be cancelled.
     *
     * @param message for the {@link CancelledError}, or null
     * @return false if it is done
     */
    @Override
    public boolean cancel(@Nullable String message) {
        return super.cancel(message);
    }

    @Override
    boolean requestCancel(Cancellation request) {
        loop.requireUsable();
        if (isDone()) {
            return false;
        }
        if (awaitsInRing() && awaited instanceof Promise<?> inRing) {
            inRing.removeWaiter(this); // the ring is broken here; the others then end one after the other
            cancelling++;
            raise(request.error());
            return true;
        }
        // Not by recursion: a chain of tasks may be longer than the stack.
        for (Task<?> task = this; task != null; ) {
            task = task.request(request);
        }
        return true;
    }

    /** Notes a request to cancel it, and returns the task that it awaits, to which the request goes on. */
    private @Nullable Task<?> request(Cancellation request) {
        cancelling++;
        Task<?> inner = awaitedTask();
        if (inner == null && !cancelAwaited(request)) {
            deliverLater(request);
        }
        return inner;
    }

    /** Delivers a request at the next suspension; it has been counted. */
    private void deliverLater(Cancellation request) {
        undelivered = Undelivered.add(undelivered, request);
    }

    /** Delivers a request once more; one that waits to be delivered does for both. */
    void deliverAgain(Cancellation request) {
        if (undelivered == null) {
            deliverLater(request);
        }
    }

    void forgetUndelivered() {
        undelivered = null;
    }

    /** How many requests have been delivered and not withdrawn. Of those that {@link #uncancel} took back nobody knows. */
    int delivered() {
        return Math.max(0, cancelling - Undelivered.count(undelivered));
    }

    /** Takes back the request of a scope, whether it was delivered or not. */
    void withdraw(CancelScope scope) {
        undelivered = Undelivered.without(undelivered, scope);
        uncancel();
    }

    private @Nullable Task<?> awaitedTask() {
        return awaited instanceof Task<?> inner && !inner.isDone() ? inner : null;
    }

    /** Whether the tasks that it awaits, directly or not, await each other for ever. The slow one walks at half the speed. */
    private boolean awaitsInRing() {
        Task<?> slow = this;
        boolean step = false;
        for (Task<?> quick = awaitedTask(); quick != null; quick = quick.awaitedTask()) {
            if (quick == slow) {
                return true;
            }
            slow = step ? Objects.requireNonNull(slow.awaitedTask()) : slow;
            step = !step;
        }
        return false;
    }

    /**
     * Returns how many requests to cancel it there are.
     *
     * @return the requests less those withdrawn by {@link #uncancel}
     */
    public int cancelling() {
        return cancelling;
    }

    /**
     * Withdraws a request to cancel it; the last one also if it has not been delivered yet.
     *
     * @return how many are left
     */
    public int uncancel() {
        loop.requireUsable();
        if (cancelling > 0) {
            cancelling--;
            if (cancelling == 0) {
                undelivered = null;
            }
        }
        return cancelling;
    }

    /**
     * Refused: its coroutine gives the result.
     *
     * @throws IllegalStateException always
     */
    @Override
    public void setResult(T value) {
        throw new IllegalStateException("Task does not support setResult; its coroutine returns the result");
    }

    /**
     * Refused: its coroutine gives the outcome.
     *
     * @throws IllegalStateException always
     */
    @Override
    public void setException(Throwable thrown) {
        throw new IllegalStateException(
                "Task does not support setException; its coroutine throws it, or cancel() the task");
    }

    /**
     * Tells where it is suspended.
     *
     * @return the places of its coroutine functions, the innermost first; empty while it runs, and once it is done
     */
    public List<StackTraceElement> stack() {
        return isDone() || loop.current == this ? List.of() : Machine.places(leaf);
    }

    /**
     * Prints where it is suspended.
     *
     * @param out where to
     */
    public void printStack(PrintStream out) {
        out.println(this);
        stack().forEach(place -> out.println("\tat " + place));
    }

    @Override
    public String toString() {
        return "Task " + name() + " " + describeState() + " (" + coroutine + ")";
    }

    // ---- for TaskProbe

    /** The leaf of its chain. */
    Frame suspendedAt() {
        return leaf;
    }

    /** A promise or a stage, or null. */
    @Nullable
    Object waitsFor() {
        return awaited instanceof StageWait wait ? wait.stage : awaited;
    }

    // ---- called by the loop

    /** Runs it to its next suspension or its end. */
    void step() {
        resume(awaited, null, null);
    }

    /** Runs it, if it still waits for that stage. */
    void stageDone(StageWait stage, @Nullable Object value, @Nullable Throwable thrown) {
        if (thrown != null && stage == awaited) {
            Machine.awaited(thrown, leaf, true);
        }
        resume(stage, value, thrown);
    }

    /** Runs it, if it still waits for {@code token}. */
    void resume(@Nullable Object token, @Nullable Object value, @Nullable Throwable thrown) {
        if (isDone() || token != awaited) {
            return;
        }
        awaited = null;
        Throwable failure = failure(token, thrown);
        Task<?> outer = loop.current;
        CurrentContext contexts = loop.contexts;
        Context around = contexts.context;
        try {
            contexts.enter(context);
        } catch (IllegalStateException entered) { // in another thread: its finally blocks run in an empty one
            failure = entered;
            contexts.enter(null);
        }
        loop.current = this;
        try {
            run(value, failure);
        } finally {
            loop.current = outer;
            contexts.leave(around);
        }
    }

    /** What its leaf is resumed with in place of a value. */
    private @Nullable Throwable failure(@Nullable Object token, @Nullable Throwable thrown) {
        Throwable failure = raised == null ? thrown : raised;
        raised = null;
        if (undelivered != null) { // wins over an outcome of the same turn
            Cancellation request = undelivered.request();
            undelivered = null;
            boolean delivered = failure instanceof CancelledError
                    || token instanceof Promise<?> promise && promise.isCancelled(); // by an earlier request
            if (!delivered) {
                return request.error();
            }
        }
        return token instanceof Promise<?> promise && !(leaf instanceof PromiseWait) ? promise.failure() : failure;
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // a null outcome is a T, for then T is nullable
    private void run(@Nullable Object value, @Nullable Throwable failure) {
        Machine machine = loop.machine;
        Object outcome;
        try {
            // Into a coroutine that is not fresh nothing is thrown: it is another task's, and begin() says so.
            boolean begins = !started && (failure == null || !FrameProbe.isCreated(leaf));
            started = true;
            outcome = begins ? machine.begin(leaf) : machine.resume(leaf, value, failure);
        } catch (CancelledError cancelled) {
            end();
            cancelled(Cancellation.of(cancelled));
            return;
        } catch (VirtualMachineError | KeyboardInterrupt fatal) {
            end();
            fail(fatal);
            throw fatal;
        } catch (Throwable thrown) {
            end();
            fail(thrown);
            return;
        }
        if (outcome == Machine.SUSPENDED) {
            leaf = machine.leaf();
            awaitSafely(machine.yielded());
            return;
        }
        end();
        if (undelivered != null) { // requested by itself, and it did not suspend any more
            cancelled(undelivered.request());
        } else {
            succeed((T) outcome);
        }
    }

    private void end() {
        leaf = coroutine;
        loop.ended(this);
    }

    /** The stages of others, and what they print, may throw anything; that is the task's failure and not the loop's. */
    private void awaitSafely(@Nullable Object yielded) {
        try {
            await(yielded);
        } catch (VirtualMachineError fatal) {
            throw fatal;
        } catch (Throwable thrown) {
            raise(thrown);
        }
    }

    private void await(@Nullable Object yielded) {
        if (yielded == null) {
            loop.schedule(this);
        } else if (yielded instanceof Promise<?> promise) {
            await(promise);
        } else if (yielded instanceof CompletionStage<?> stage) {
            StageWait wait = new StageWait(this, stage);
            awaited = wait;
            wait.start();
        } else {
            throw new IllegalStateException(
                    "Task got bad yield: " + yielded + "; a loop takes promises, completion stages and null");
        }
        if (undelivered != null && cancelAwaited(undelivered.request())) {
            undelivered = null;
        }
    }

    private void await(Promise<?> promise) {
        if (promise == this) {
            throw new IllegalStateException("Task cannot await on itself: " + this);
        }
        if (promise.loop != loop) {
            throw new IllegalStateException("Task " + name() + " got " + promise + " attached to a different loop");
        }
        awaited = promise;
        promise.addWaiter(this);
    }

    private void raise(Throwable thrown) {
        awaited = null;
        raised = thrown;
        loop.schedule(this);
    }

    /** Cancels what it waits for; false if there is nothing, or it has its outcome already. */
    private boolean cancelAwaited(Cancellation request) {
        if (awaited instanceof Promise<?> promise) {
            return promise.requestCancel(request);
        }
        if (awaited instanceof StageWait wait) {
            raise(request.error());
            wait.cancel();
            return true;
        }
        return false;
    }
}
