package dev.fermata.asyncio;

import org.jspecify.annotations.Nullable;

/**
 * Which context a thread is in. One object a thread: a loop keeps that of the thread that runs it, so that a task is switched
 * to by storing a field, and no ThreadLocal is looked up.
 *
 * <p>Most programs never set a variable. So a context that would be empty is null here, in tasks and in callbacks, and is made
 * when somebody sets a variable or asks for it; then the task or callback that runs is told.
 */
final class CurrentContext {
    /** Without an initial value: withInitial() takes a lambda, which each program's start would pay. */
    private static final ThreadLocal<@Nullable CurrentContext> OF_THREAD = new ThreadLocal<>();

    /** Null is an empty one that nobody has seen. */
    @Nullable
    Context context;

    /** The callback that runs, if it is not a task's step. */
    @Nullable
    Handle callback;

    private CurrentContext() {}

    static CurrentContext ofThread() {
        CurrentContext own = OF_THREAD.get();
        if (own == null) {
            own = new CurrentContext();
            OF_THREAD.set(own);
        }
        return own;
    }

    /** A copy of the context of this thread for a task or a callback of a loop with that bridge. */
    static @Nullable Context captured(@Nullable ThreadLocalBridge bridge) {
        return ofThread().capture(bridge);
    }

    /** The context itself, which a task or a callback of a loop with that bridge was given. */
    static Context given(Context context, @Nullable ThreadLocalBridge bridge) {
        if (bridge != null && context.carried == null) {
            context.carried = CarriedThreadLocals.captured(bridge);
        }
        return context;
    }

    Bindings bindings() {
        Context current = context;
        return current == null ? Bindings.EMPTY : current.bindings;
    }

    /** As {@link Context#copy}, but null if it would be empty. */
    @Nullable
    Context capture(@Nullable ThreadLocalBridge bridge) {
        Context current = context;
        if (current == null && bridge == null) {
            return null;
        }
        CarriedThreadLocals carried = current == null ? null : current.carried;
        if (carried != null) {
            carried = carried.copy(true);
        } else if (bridge != null) {
            carried = CarriedThreadLocals.captured(bridge);
        }
        Bindings bindings = bindings();
        return bindings.isEmpty() && carried == null ? null : new Context(bindings, carried);
    }

    /** The context itself, made if need be. */
    Context context() {
        Context current = context;
        if (current != null) {
            return current;
        }
        Context made = Context.empty();
        made.enter();
        context = made;
        BaseEventLoop loop = CurrentLoop.running();
        Task<?> task = loop == null ? null : loop.current;
        if (task != null) {
            task.runIn(made);
        } else if (callback != null) {
            callback.context = made;
        }
        return made;
    }

    /**
     * Enters the context of a task or a callback; returns the one to {@link #leave} for.
     *
     * @throws IllegalStateException if another thread is in it, or something below on the stack
     */
    @Nullable
    Context enter(@Nullable Context next) {
        Context outer = context;
        if (next != outer) {
            if (next != null) {
                next.enter();
            }
            context = next;
        }
        return outer;
    }

    void leave(@Nullable Context outer) {
        Context left = context;
        if (left != outer) {
            context = outer;
            if (left != null) {
                left.leave();
            }
        }
    }

    /** Runs something in the context of what an error concerns, as CPython runs the exception handler. */
    static void runFor(ErrorContext error, Runnable action) {
        Task<?> task = error.task();
        Handle handle = error.handle();
        CurrentContext current = ofThread();
        Context own = task != null ? task.contextOrNull() : handle != null ? handle.context : current.context;
        Context outer = current.context;
        boolean entered = false;
        try {
            current.enter(own);
            entered = true;
        } catch (IllegalStateException inIt) {
            // It is told from within that context, or another thread is in it: then in the one at hand.
        }
        try {
            action.run();
        } finally {
            if (entered) {
                current.leave(outer);
            }
        }
    }
}
