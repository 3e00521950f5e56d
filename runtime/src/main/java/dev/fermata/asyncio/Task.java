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
 *   parked      `awaited` is a TaskWait                      its wake-up, cancel()
 *   asleep      `awaited` is Sleep.TIME; in the timer heap   its time, cancel()
 *   done        the promise has an outcome                   no more; `awaited` may be a TaskListener, to be told by step()
 * </pre>
 *
 * <p><b>Cancellation</b> is an event, not a state: {@link #cancel} cancels what the task waits for, through other tasks down
 * to the innermost promise, and a {@link CancelledError} is thrown at the innermost await. A task that waits for nothing gets
 * it at its next suspension. Whoever catches it and goes on has refused; {@link #cancelling} counts the requests.
 *
 * @param <T> what the coroutine returns
 */
public final class Task<T extends @Nullable Object> extends Promise<T> {
    // Flags. The path that most steps take asks for all of them by one comparison.
    private static final int STARTED = 1;

    /** Its leaf is to get the outcome of what it awaits, see {@link Machine#isRelayed}. */
    private static final int RELAYED = 2;

    /** It has {@link TaskDetails}, for good. */
    private static final int DETAILED = 4;

    private static final int ENDED = 8;

    private final int number;

    /** The coroutine, or the {@link TaskDetails} that have it. */
    private Object origin;

    /** Of {@link TaskList}. */
    @Nullable
    Task<?> previous;

    /** Of {@link TaskList}. */
    @Nullable
    Task<?> next;

    /** Of {@link Waiters}. */
    @Nullable
    Task<?> link;

    /** Of {@link TimerHeap}. */
    int position = TimerHeap.NOWHERE;

    private Frame leaf;

    /** A {@link Promise}, a {@link TaskWait}, a {@link StageWait}, {@link Sleep#TIME}, or null; of a done one a {@link TaskListener}. */
    private @Nullable Object awaited;

    private byte flags;

    Task(BaseEventLoop loop, Coroutine<T> coroutine, int number, @Nullable Context context) {
        super(loop);
        this.origin = coroutine;
        this.leaf = coroutine;
        this.number = number;
        if (context != null) {
            details().context = context;
        }
    }

    /** Made now if they are not there. */
    private TaskDetails details() {
        TaskDetails details = detailsOrNull();
        if (details != null) {
            return details;
        }
        TaskDetails made = new TaskDetails((Coroutine<?>) origin);
        made.scopes = Waiters.scope(waiters());
        origin = made;
        flags |= DETAILED;
        return made;
    }

    private @Nullable TaskDetails detailsOrNull() {
        return (flags & DETAILED) == 0
                ? null
                : (TaskDetails) origin; // most programs have none, and never load the class
    }

    /**
     * Returns its name.
     *
     * @return the name, {@code Task-N} unless it was set
     */
    public String name() {
        TaskDetails details = detailsOrNull();
        return details == null || details.name == null ? "Task-" + number : details.name;
    }

    /**
     * Names it.
     *
     * @param name the name
     */
    public void setName(String name) {
        details().name = Objects.requireNonNull(name, "name");
    }

    /**
     * Returns the coroutine.
     *
     * @return the coroutine that it drives
     */
    @SuppressWarnings("unchecked") // the one that it was made with
    public Coroutine<T> coroutine() {
        TaskDetails details = detailsOrNull();
        return (Coroutine<T>) (details == null ? origin : details.coroutine);
    }

    /**
     * Returns the context that it runs in.
     *
     * @return the context
     */
    public Context context() {
        Context made = contextOrNull();
        if (made == null) {
            loop.requireThread();
            made = loop.current == this ? CurrentContext.ofThread().context() : Context.empty();
            runIn(made);
        }
        return made;
    }

    /** What it runs in; null is an empty one that nobody has seen, see {@link CurrentContext}. */
    @Nullable
    Context contextOrNull() {
        TaskDetails details = detailsOrNull();
        return details == null ? null : details.context;
    }

    void runIn(Context context) {
        details().context = context;
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
        loop.requireThread();
        if (isDone()) { // told before the loop is asked whether it is closed: nothing would be done anyway
            return false;
        }
        loop.requireUsable();
        if (!CancelScope.isHeld(this, request) && awaitsInRing() && awaited instanceof Promise<?> inRing) {
            inRing.removeWaiter(this); // the ring is broken here; the others then end one after the other
            details().cancelling++;
            raise(request);
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
        details().cancelling++;
        if (CancelScope.isHeld(this, request)) {
            deliverLater(request);
            return null;
        }
        Task<?> inner = awaitedTask();
        if (inner == null && !cancelAwaited(request)) {
            deliverLater(request);
        }
        return inner;
    }

    /** Delivers a request at the next suspension; it has been counted. */
    private void deliverLater(Cancellation request) {
        TaskDetails details = details();
        details.undelivered = Undelivered.add(details.undelivered, request);
    }

    /** Delivers a request once more; one that waits to be delivered does for both. */
    void deliverAgain(Cancellation request) {
        TaskDetails details = details();
        if (Undelivered.deliverable(details.undelivered, this) == null) {
            details.undelivered = Undelivered.again(details.undelivered, request);
        }
    }

    /** Forgets what {@link #deliverAgain} has left. */
    void forgetAgain() {
        TaskDetails details = detailsOrNull();
        if (details != null) {
            details.undelivered = Undelivered.withoutAgain(details.undelivered);
        }
    }

    /** The innermost scope around what it does; null if there is none. */
    @Nullable
    CancelScope scopes() {
        TaskDetails details = detailsOrNull();
        return details == null ? Waiters.scope(waiters()) : details.scopes;
    }

    void scopes(@Nullable CancelScope innermost) {
        details().scopes = innermost;
    }

    /** Says which scope it belongs to. One that has begun by then knows its own. */
    void within(@Nullable CancelScope around) {
        if (around != null && scopes() == null) {
            scopes(around);
        }
    }

    /** How many requests there are, but for those that a shield keeps off at present. */
    int cancellingHere() {
        TaskDetails details = detailsOrNull();
        return details == null
                ? 0
                : details.cancelling - Undelivered.count(Undelivered.held(details.undelivered, this));
    }

    /** How many requests have been delivered and not withdrawn. Of those that {@link #uncancel} took back nobody knows. */
    int delivered() {
        TaskDetails details = detailsOrNull();
        return details == null ? 0 : Math.max(0, details.cancelling - Undelivered.count(details.undelivered));
    }

    /** Whether there is a request that its next suspension may deliver. */
    boolean hasUndelivered() {
        TaskDetails details = detailsOrNull();
        return details != null && details.undelivered != null;
    }

    /** Takes back the request of a scope, whether it was delivered or not. */
    void withdraw(CancelScope scope) {
        TaskDetails details = details();
        details.undelivered = Undelivered.without(details.undelivered, scope);
        uncancel();
    }

    @Override
    void tellOnly(Object waiter) {
        // The handle by which a run ends is asked for first: else each program's start would load the class of a
        // listener.
        if (waiter instanceof Handle || !(waiter instanceof TaskListener)) {
            super.tellOnly(waiter);
        } else {
            told();
            awaited = waiter;
            loop.schedule(this);
        }
    }

    /** Tells the listener for whom it stands in the ready queue. */
    void tellListener() {
        TaskListener listener = (TaskListener) Objects.requireNonNull(awaited);
        awaited = null;
        listener.accept(this);
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
        TaskDetails details = detailsOrNull();
        return details == null ? 0 : details.cancelling;
    }

    /**
     * Withdraws a request to cancel it; the last one also if it has not been delivered yet.
     *
     * @return how many are left
     */
    public int uncancel() {
        loop.requireUsable();
        TaskDetails details = detailsOrNull();
        if (details == null || details.cancelling == 0) {
            return 0;
        }
        details.cancelling--;
        if (details.cancelling == 0) {
            details.undelivered = null;
        }
        return details.cancelling;
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
        return "Task " + name() + " " + describeState() + " (" + coroutine() + ")";
    }

    // ---- for TaskProbe

    /** The leaf of its chain. */
    Frame suspendedAt() {
        return leaf;
    }

    /** A promise, a wait, a stage, {@link Sleep#TIME}, or null. */
    @Nullable
    Object waitsFor() {
        if (awaited == leaf || isDone()) {
            return null; // a wait that goes on by itself
        }
        return awaited instanceof StageWait wait ? wait.stage : awaited;
    }

    // ---- called by the loop

    /** Runs it to its next suspension or its end, whatever is around that. */
    void step() {
        if (position == TimerHeap.FIRED) {
            timerFired();
        } else if (isDone()) {
            if (awaited instanceof TaskListener) {
                loop.turns.tellListener(this);
            }
        } else {
            resume(awaited, null, null);
        }
    }

    /**
     * As {@link #step}, in a turn of the loop with nothing around it: no other task of the loop, and no context. Who calls
     * this sees to it that there is no current task behind it. By far the most steps are such, so this is what a switch costs.
     */
    void stepAlone() {
        Object token = awaited;
        if (token == null && flags == STARTED) {
            goOn(null, null);
        } else if ((flags & ~(STARTED | RELAYED)) == 0 || isUnconcerned()) {
            stepOn(token);
        } else {
            step();
        }
    }

    /** Whether it runs, and its details say nothing that would matter for a step. */
    private boolean isUnconcerned() {
        TaskDetails details = detailsOrNull();
        return (flags & ENDED) == 0 && details != null && details.saysNothingOfSteps();
    }

    /** A step that nothing is to be thrown at, unless what it awaited has failed. */
    private void stepOn(@Nullable Object token) {
        if (token == null) {
            if ((flags & STARTED) != 0) {
                goOn(null, null);
            } else {
                begin();
            }
        } else if (token instanceof Promise<?> promise) {
            if (promise.hasResult()) {
                goOn((endWait() & RELAYED) != 0 ? promise.result() : null, null);
            } else {
                step();
            }
        } else if (position == TimerHeap.FIRED) {
            timerFired();
        } else {
            goOn(null, (endWait() & RELAYED) != 0 && token instanceof TaskWait<?> wait ? wait : null);
        }
    }

    /** The first step. */
    private void begin() {
        if (FrameProbe.isCreated(leaf)) {
            flags |= STARTED;
            goOn(null, null);
        } else {
            step(); // and is told that it is another's
        }
    }

    /** Returns the flags as they were. */
    private byte endWait() {
        byte before = flags;
        awaited = null;
        flags &= ~RELAYED;
        return before;
    }

    /**
     * Resumes the leaf in a step for which nothing else is asked. {@link #resume} is the same for all others.
     *
     * @param sent what its await returns
     * @param wait whom to ask for that instead, or null
     */
    private void goOn(@Nullable Object sent, @Nullable TaskWait<?> wait) {
        BaseEventLoop loop = this.loop;
        Machine machine = loop.machine;
        loop.current = this;
        Object outcome;
        try {
            Object value = wait == null ? sent : outcome(wait); // before the leaf, which it may change
            outcome = machine.resume(leaf, value);
        } catch (Throwable thrown) {
            endStep(machine, null, thrown);
            return;
        }
        if ((flags & DETAILED) != 0) { // without details it has no context, now either
            endStep(machine, outcome, null);
        } else if (outcome == Machine.SUSPENDED) {
            suspended(machine);
        } else {
            returned(outcome);
        }
    }

    private void endStep(Machine machine, @Nullable Object outcome, @Nullable Throwable thrown) {
        try {
            if (thrown != null) {
                threw(thrown);
            } else if (outcome == Machine.SUSPENDED) {
                suspended(machine);
            } else {
                returned(outcome);
            }
        } finally {
            loop.contexts.leave(null);
        }
    }

    /** What a wait gives; null if it goes on by itself, as the leaf. */
    private @Nullable Object outcome(TaskWait<?> wait) {
        Object outcome = wait.outcome();
        if (outcome != Machine.SUSPENDED) {
            wait.leave(); // and not Machine.leave(wait), which each program's start would load the class of a wait for
            return outcome;
        }
        leaf = wait.below(leaf);
        return null;
    }

    /**
     * Its timer was due in this turn, so it runs in the next one: asyncio's timer completes a future there, whose waiter runs
     * one turn later, after the callbacks that were due at the same time.
     */
    private void timerFired() {
        position = TimerHeap.NOWHERE;
        if (awaited == Sleep.TIME) { // else it was cancelled in this turn, and has a place of its own in the queue
            loop.schedule(this);
        }
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
        awaitedAsLeaf();
        awaited = null;
        Throwable failure = failure(token, thrown);
        Object sent = value;
        if ((flags & RELAYED) != 0) {
            flags &= ~RELAYED;
            sent = failure == null && token instanceof Promise<?> promise ? promise.result() : value;
        }
        Task<?> outer = loop.current;
        CurrentContext contexts = loop.contexts;
        Context around = contexts.context;
        try {
            contexts.enter(contextOrNull());
        } catch (IllegalStateException entered) { // in another thread: its finally blocks run in an empty one
            failure = entered;
            contexts.enter(null);
        }
        loop.current = this;
        try {
            run(sent, failure);
        } finally {
            loop.current = outer;
            contexts.leave(around);
        }
    }

    /** Has a wait that would be asked for its outcome go on by itself instead. */
    private void awaitedAsLeaf() {
        if ((flags & RELAYED) != 0 && awaited instanceof TaskWait<?> wait) {
            flags &= ~RELAYED;
            leaf = wait.below(leaf);
        }
    }

    /** What its leaf is resumed with in place of a value. */
    private @Nullable Throwable failure(@Nullable Object token, @Nullable Throwable thrown) {
        TaskDetails details = detailsOrNull();
        Throwable failure = details == null ? thrown : failure(details, token, thrown);
        if (failure == null && token instanceof Promise<?> promise) {
            if ((flags & RELAYED) != 0) {
                return promise.isCancelled() ? delivered(promise.request()) : promise.failureFor(leaf);
            }
            if (leaf instanceof PromiseWait) {
                return null;
            }
            return promise.isCancelled() ? delivered(promise.request()) : promise.failure();
        }
        return failure;
    }

    private @Nullable Throwable failure(TaskDetails details, @Nullable Object token, @Nullable Throwable thrown) {
        Object raised = details.raised;
        Throwable failure = thrown;
        if (raised != null) {
            details.raised = null;
            failure = raised instanceof Cancellation request ? delivered(request) : (Throwable) raised;
        }
        Cancellation undelivered = Undelivered.deliverable(details.undelivered, this);
        if (undelivered != null) { // wins over an outcome of the same turn
            details.undelivered = Undelivered.held(details.undelivered, this);
            boolean delivered = failure instanceof CancelledError
                    || token instanceof Promise<?> promise && promise.isCancelled(); // by an earlier request
            if (!delivered) {
                return delivered(undelivered);
            }
        }
        return failure;
    }

    /** Its error, with the awaits through which it will pass. */
    private Error delivered(Cancellation request) {
        return request.error(leaf);
    }

    private void run(@Nullable Object value, @Nullable Throwable failure) {
        Machine machine = loop.machine;
        Object outcome;
        try {
            // Into a coroutine that is not fresh nothing is thrown: it is another task's, and begin() says so.
            boolean begins = (flags & STARTED) == 0 && (failure == null || !FrameProbe.isCreated(leaf));
            flags |= STARTED;
            outcome = begins ? machine.begin(leaf) : machine.resume(leaf, value, failure);
        } catch (Throwable thrown) {
            threw(thrown);
            return;
        }
        if (outcome == Machine.SUSPENDED) {
            suspended(machine);
        } else {
            returned(outcome);
        }
    }

    private void suspended(Machine machine) {
        Frame suspended = machine.leaf();
        if (leaf != suspended) { // asked, because a store costs more
            leaf = suspended;
        }
        if (machine.hasGivenNothing()) {
            yielded();
            return;
        }
        if (machine.isRelayed()) {
            flags |= RELAYED;
        }
        awaitSafely(machine.yielded());
    }

    private void yielded() {
        if ((flags & DETAILED) == 0) {
            loop.schedule(this);
        } else {
            awaitSafely(null);
        }
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // a null outcome is a T, for then T is nullable
    private void returned(@Nullable Object outcome) {
        end();
        TaskDetails details = detailsOrNull();
        if (details != null && details.undelivered != null) { // requested by itself, and it did not suspend any more
            cancelled(details.undelivered.request());
        } else {
            succeed((T) outcome);
        }
    }

    private void threw(Throwable thrown) {
        end();
        if (thrown instanceof CancelledError cancelled) {
            cancelled(Cancellation.of(cancelled));
            return;
        }
        fail(thrown);
        if (thrown instanceof VirtualMachineError || thrown instanceof KeyboardInterrupt) {
            throw Machine.<RuntimeException>sneak(thrown);
        }
    }

    private void end() {
        flags |= ENDED;
        leaf = coroutine();
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
        } else if (yielded == Sleep.TIME) {
            awaited = yielded;
            loop.sleep(this);
        } else if (yielded instanceof Promise<?> promise) {
            await(promise);
        } else if (yielded instanceof TaskWait<?> wait) {
            awaited = wait;
            wait.parked(this);
        } else if (yielded instanceof CompletionStage<?> stage) {
            StageWait wait = new StageWait(this, stage);
            awaited = wait;
            wait.start();
        } else {
            throw new IllegalStateException(
                    "Task got bad yield: " + yielded + "; a loop takes promises, completion stages and null");
        }
        TaskDetails details = detailsOrNull();
        if (details != null && details.undelivered != null) {
            Cancellation request = Undelivered.deliverable(details.undelivered, this);
            if (request != null && cancelAwaited(request)) {
                details.undelivered = Undelivered.held(details.undelivered, this);
            }
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

    /** Has something thrown in its next step: a throwable, or the error of a {@link Cancellation}. */
    private void raise(Object raised) {
        awaitedAsLeaf();
        awaited = null;
        details().raised = raised;
        loop.schedule(this);
    }

    /** Cancels what it waits for; false if there is nothing, or it has its outcome already. */
    private boolean cancelAwaited(Cancellation request) {
        if (awaited instanceof Promise<?> promise) {
            return promise.requestCancel(request);
        }
        if (awaited == Sleep.TIME && (loop.timers.remove(this) || position == TimerHeap.FIRED)) {
            raise(request);
            return true;
        }
        if (awaited instanceof TaskWait<?> wait) {
            if (!wait.cancel()) {
                return false;
            }
            raise(request);
            return true;
        }
        if (awaited instanceof StageWait wait) {
            raise(request);
            wait.cancel();
            return true;
        }
        return false;
    }
}
