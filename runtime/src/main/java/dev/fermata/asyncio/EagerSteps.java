package dev.fermata.asyncio;

import org.jspecify.annotations.Nullable;

/**
 * The first steps of eager tasks, which run inside {@code createTask}. The creator's step is under them on the stack: the
 * current task and the current context are those of the eager task meanwhile.
 */
final class EagerSteps {
    /**
     * How deep they may be nested; those that are deeper are scheduled. Each level takes the stack of all its callers, and a
     * StackOverflowError, the alternative, may strike anywhere in the loop's own code.
     */
    static final int LIMIT = 64;

    private final BaseEventLoop loop;
    private int level;

    EagerSteps(BaseEventLoop loop) {
        this.loop = loop;
    }

    /**
     * Runs the first step of a task, or schedules it.
     *
     * @throws IllegalStateException if its context is entered and is not the current one; its coroutine is closed then
     */
    void start(Task<?> task) {
        if (level == LIMIT) {
            loop.schedule(task);
        } else {
            run(task);
        }
    }

    /** Whether one of them is on the stack. */
    boolean areRunning() {
        return level > 0;
    }

    /** Runs the first step of a task, however deep. */
    void run(Task<?> task) {
        CurrentContext contexts = loop.contexts;
        Context around = contexts.context(); // made now if it is not there: the creator may be asked for it meanwhile
        enter(contexts, task);
        level++;
        try {
            task.step();
        } finally {
            level--;
            contexts.leave(around);
        }
    }

    private void enter(CurrentContext contexts, Task<?> task) {
        @Nullable Context own = task.contextOrNull();
        try {
            contexts.enter(own);
        } catch (IllegalStateException entered) {
            loop.ended(task);
            task.coroutine().close();
            throw entered;
        }
    }
}
