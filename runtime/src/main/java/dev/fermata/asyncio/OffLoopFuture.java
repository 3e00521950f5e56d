package dev.fermata.asyncio;

import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.machine.Frame;
import dev.fermata.machine.Machine;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Drives a coroutine that belongs to no loop: each part of it runs in the thread that completes what it awaits. It is the
 * future of the coroutine's outcome.
 *
 * <pre>
 *   state          meaning                                       leaves it by
 *   RUNNING        the body is on some thread's stack            suspension, to a wait; its end; stop(), to STOPPING
 *   STOPPING       so it is, and a CancelledError is due         suspension, to RUNNING, which throws it; its end
 *   a wait         the body is suspended                         the wait's outcome, stop(): whoever comes first takes it
 *                                                                to RUNNING, and goes on with the body
 *   ENDED          the body has returned or thrown
 * </pre>
 *
 * <p>Threads: the state is what hands the body from one thread to the next. All that one thread wrote, into frames that are
 * plain memory, happens before the change to a wait; the change from it is an acquiring one of the next thread.
 */
final class OffLoopFuture<T extends @Nullable Object> extends CompletableFuture<T> {

    private static final Object RUNNING = "running";
    private static final Object STOPPING = "stopping";
    private static final Object ENDED = "ended";

    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(OffLoopFuture.class, "state", Object.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final Machine machine = new Machine();

    /** A copy of the caller's, as tasks have it: whichever thread goes on with the body, it finds its values. */
    private final Context context = Context.copy();

    private Frame leaf;
    private volatile Object state = RUNNING;

    private OffLoopFuture(Coroutine<T> body) {
        leaf = body;
    }

    /** Runs a body to its first suspension. */
    static <T extends @Nullable Object> OffLoopFuture<T> start(Coroutine<T> body) {
        OffLoopFuture<T> future = new OffLoopFuture<>(body);
        future.run(null, null);
        return future;
    }

    /** Takes the body from a wait; who is told true has to go on with it. */
    boolean take(OffLoopWait wait) {
        return STATE.compareAndSet(this, wait, RUNNING);
    }

    /** Goes on with the body, which was taken from its wait. */
    void proceed(@Nullable Object value, @Nullable Throwable thrown) {
        Trampoline.run(() -> run(value, thrown));
    }

    // ---- the body, in the thread that has taken it

    @SuppressWarnings({"unchecked", "NullAway"}) // a null outcome is a T, for then T is nullable
    private void run(@Nullable Object sent, @Nullable Throwable raised) {
        Object value = sent;
        Throwable thrown = raised;
        for (; ; ) {
            Object outcome;
            try {
                outcome = step(value, thrown);
            } catch (CancelledError cancelled) {
                state = ENDED;
                super.cancel(false);
                return;
            } catch (Throwable failure) {
                state = ENDED;
                fail(failure);
                return;
            }
            if (outcome != Machine.SUSPENDED) {
                state = ENDED;
                super.complete((T) outcome);
                return;
            }
            leaf = machine.leaf();
            value = null;
            if (!(machine.yielded() instanceof CompletionStage<?> stage)) {
                thrown = noLoop();
                continue;
            }
            OffLoopWait wait = new OffLoopWait(this, stage);
            if (!STATE.compareAndSet(this, RUNNING, wait)) {
                state = RUNNING; // it was STOPPING, which nobody else leaves
                wait.cancelStage();
                thrown = new CancelledError();
                continue;
            }
            // From here on another thread may have the body.
            if (!wait.ask()) {
                return;
            }
            value = wait.value;
            thrown = wait.failure;
        }
    }

    private @Nullable Object step(@Nullable Object value, @Nullable Throwable thrown) {
        CurrentContext contexts = CurrentContext.ofThread();
        Context around = contexts.enter(context);
        try {
            return CurrentLoop.runOffLoop(machine, leaf, value, thrown);
        } finally {
            contexts.leave(around);
        }
    }

    /** What only a loop can wait for: its promises and tasks, a turn, what users yield to theirs. */
    private static IllegalStateException noLoop() {
        return new IllegalStateException(
                CurrentLoop.OFF_LOOP + " and can await nothing but completion stages and coroutines");
    }

    private void fail(Throwable failure) {
        if (!super.completeExceptionally(failure)) {
            Log.LOGGER.log(
                    System.Logger.Level.ERROR, "Coroutine exception after its future was completed by others", failure);
        }
    }

    // ---- called by others, in any thread

    @Override
    public boolean complete(T value) {
        return super.complete(value) && stop();
    }

    @Override
    public boolean completeExceptionally(Throwable thrown) {
        return super.completeExceptionally(thrown) && stop();
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        if (super.isDone()) {
            return super.isCancelled();
        }
        return super.cancel(mayInterruptIfRunning) && stop();
    }

    /** Cancels the body: now, in this thread, if it is suspended, otherwise at its next await; returns true. */
    private boolean stop() {
        for (; ; ) {
            Object now = state;
            if (now instanceof OffLoopWait wait) {
                if (take(wait)) {
                    Trampoline.run(() -> {
                        wait.cancelStage();
                        run(null, new CancelledError());
                    });
                    return true;
                }
            } else if (now != RUNNING || STATE.compareAndSet(this, RUNNING, STOPPING)) {
                return true;
            }
        }
    }
}
