package dev.fermata.asyncio;

import dev.fermata.Coroutine;
import dev.fermata.machine.Frame;
import dev.fermata.machine.Machine;
import org.jspecify.annotations.Nullable;

/**
 * A coroutine in which a task waits to be woken: one object in the place of a promise, what completes it and what waits for it.
 * For {@code dev.fermata.asyncio.sync}; not for humans, who have {@link Promise}.
 *
 * <pre>
 *   `waiting`   meaning                                              leaves it by
 *   null        nobody waits yet                                     park(), wake()
 *   a task      it waits                                             wake(), cancel()
 *   a {@link Stand}   as a task; who drives the coroutine is none    its outcome
 *   WOKEN       it will run
 *   DEAD        it was cancelled, and will run to throw
 * </pre>
 *
 * @param <T> what it gives
 */
public abstract class TaskWait<T extends @Nullable Object> extends Coroutine<T> implements PromiseWait {
    private static final Object WOKEN = new Object();
    private static final Object DEAD = new Object();

    private @Nullable Object waiting;

    /** For the runtime's own. */
    protected TaskWait() {}

    /**
     * Tells whether a loop is the one that runs here, quicker than {@link EventLoop#running}.
     *
     * @param loop the loop
     * @return true if so
     */
    protected static boolean isRunning(EventLoop loop) {
        return CurrentLoop.isRunning(loop);
    }

    // ---- for the coroutine

    /** Makes it as if nobody had ever waited. */
    protected final void reset() {
        waiting = null;
    }

    /**
     * Suspends until it is woken. It may have been woken already.
     *
     * @param machine the machine that runs it
     * @param state where to go on, with {@link #unparked}
     * @return what the body has to return
     */
    protected final Object park(Machine machine, int state) {
        if (machine.relays()) {
            machine.yield(this);
        } else {
            Stand stand = new Stand(CurrentLoop.requireRunning());
            if (waiting == WOKEN) {
                stand.setResult(null);
            }
            waiting = stand;
            machine.yield(stand);
        }
        return machine.suspend(this, state);
    }

    /**
     * Suspends as {@link #park}, at {@link #RELAYED}. A task then asks for the {@link #outcome}, so the wait is no frame of its
     * chain unless there is something to be thrown, or nothing to be had yet.
     *
     * @param machine the machine that runs it
     * @return what the body has to return
     */
    protected final Object parkAside(Machine machine) {
        return machine.relays() ? machine.relayFrame(this) : park(machine, RELAYED);
    }

    /**
     * Ends the wait, if its outcome is there: called by the task when it runs, after {@link #parkAside}.
     *
     * @return the outcome; {@link Machine#SUSPENDED} if the body has to go on instead, to wait on or to throw
     */
    protected @Nullable Object outcome() {
        return Machine.SUSPENDED;
    }

    /**
     * Goes on; throws what it was resumed with, if it was not woken.
     *
     * @param machine the machine that runs it
     */
    protected final void unparked(Machine machine) {
        machine.resumed();
        if (waiting instanceof Stand stand) {
            stand.resultFor(this);
        }
    }

    // ---- for who wakes it

    /** Has it run in the next turn. Only if it {@link #isPending}. */
    protected final void wake() {
        Object who = waiting;
        waiting = WOKEN;
        if (who instanceof Task<?> task) {
            task.loop.requireUsable();
            task.loop.schedule(task);
        } else if (who instanceof Stand stand) {
            waiting = stand;
            stand.setResult(null);
        }
    }

    /**
     * Tells whether it may be woken.
     *
     * @return true if it was neither woken nor cancelled
     */
    protected final boolean isPending() {
        return waiting instanceof Stand stand ? !stand.isDone() : waiting != WOKEN && waiting != DEAD;
    }

    /**
     * Tells whether it was cancelled before it was woken.
     *
     * @return true if so: it will run, and throw
     */
    protected final boolean isDead() {
        return waiting instanceof Stand stand ? stand.isCancelled() : waiting == DEAD;
    }

    // ---- for the task

    /** Takes its place in a chain that has suspended by {@link #parkAside}, and returns itself: the leaf. */
    final Frame below(Frame leaf) {
        return Machine.relink(this, leaf);
    }

    /** Its outcome is taken; it does not go on. */
    final void leave() {
        Machine.leave(this);
    }

    /** It waits in this. */
    final void parked(Task<?> task) {
        if (waiting == WOKEN) {
            task.loop.schedule(task);
        } else {
            waiting = task;
        }
    }

    /** It waits no more; false if it was woken before. */
    final boolean cancel() {
        if (!(waiting instanceof Task<?>)) {
            return false;
        }
        waiting = DEAD;
        return true;
    }

    /** What is awaited in the place of this by who is no task. A class of its own, as a task is a promise as well. */
    private static final class Stand extends Promise<@Nullable Object> {
        Stand(BaseEventLoop loop) {
            super(loop);
        }
    }
}
