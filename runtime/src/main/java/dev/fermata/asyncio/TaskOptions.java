package dev.fermata.asyncio;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a task is made: the keyword arguments of asyncio's {@code create_task}. Immutable; each method gives a changed copy.
 *
 * <pre>{@code
 * loop.createTask(fetch(url), TaskOptions.defaults().withName("fetch " + url).eager());
 * }</pre>
 */
public final class TaskOptions {
    private static final TaskOptions DEFAULTS = new TaskOptions(null, null, false, false, null);

    final @Nullable String name;
    final @Nullable Context context;
    final boolean eager;
    final boolean deferred;

    /** Who asks, if it is a {@link TaskFactory} that is asked. */
    final @Nullable TaskRequest request;

    private TaskOptions(
            @Nullable String name,
            @Nullable Context context,
            boolean eager,
            boolean deferred,
            @Nullable TaskRequest request) {
        this.name = name;
        this.context = context;
        this.eager = eager;
        this.deferred = deferred;
        this.request = request;
    }

    /**
     * Returns the options of a task that nothing is said about: named {@code Task-N}, in a copy of its creator's context,
     * begun in the next turn.
     *
     * @return the options
     */
    public static TaskOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Names it.
     *
     * @param name the name
     * @return the changed options
     */
    public TaskOptions withName(String name) {
        return new TaskOptions(Objects.requireNonNull(name, "name"), context, eager, deferred, request);
    }

    /**
     * Runs it in a context, and not in a copy of it: what it sets is seen by whoever else runs there.
     *
     * @param context the context
     * @return the changed options
     */
    public TaskOptions withContext(Context context) {
        return new TaskOptions(name, Objects.requireNonNull(context, "context"), eager, deferred, request);
    }

    /**
     * Runs its first step inside {@code createTask}, on the creator's stack, if the loop runs; as asyncio's
     * {@code eager_start}. If it ends in that step, the loop never hears of it; what it throws is its outcome, and not thrown by {@code createTask}.
     *
     * <p>The order of steps becomes another one: the creator has to expect that the task has done something before
     * {@code createTask} returns. Tasks that start each other eagerly are nested on the stack; past
     * {@value EagerSteps#LIMIT} levels they begin in the next turn.
     *
     * @return the changed options
     */
    public TaskOptions eager() {
        return new TaskOptions(name, context, true, false, request);
    }

    /**
     * Runs its first step in the next turn, also where the loop's {@link TaskFactory} is an eager one; as asyncio's
     * {@code eager_start=False} of 3.14.
     *
     * @return the changed options
     */
    public TaskOptions deferred() {
        return new TaskOptions(name, context, false, true, request);
    }

    /**
     * Returns the name.
     *
     * @return the name, or null if none was given
     */
    public @Nullable String name() {
        return name;
    }

    /**
     * Returns the context.
     *
     * @return the context, or null if none was given
     */
    public @Nullable Context context() {
        return context;
    }

    /**
     * Tells whether the task is to begin at once.
     *
     * @return true after {@link #eager}
     */
    public boolean isEager() {
        return eager;
    }

    /** As they go to a factory. */
    TaskOptions of(TaskRequest asking) {
        return new TaskOptions(name, context, eager, deferred, asking);
    }

    @Override
    public String toString() {
        return "TaskOptions[name=" + name + ", context=" + context + ", eager=" + eager + "]";
    }
}
