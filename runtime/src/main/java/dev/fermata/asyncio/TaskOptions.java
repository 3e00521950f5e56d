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
    private static final TaskOptions DEFAULTS = new TaskOptions(null, null, false);

    final @Nullable String name;
    final @Nullable Context context;
    final boolean eager;

    private TaskOptions(@Nullable String name, @Nullable Context context, boolean eager) {
        this.name = name;
        this.context = context;
        this.eager = eager;
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
        return new TaskOptions(Objects.requireNonNull(name, "name"), context, eager);
    }

    /**
     * Runs it in a context, and not in a copy of it: what it sets is seen by whoever else runs there.
     *
     * @param context the context
     * @return the changed options
     */
    public TaskOptions withContext(Context context) {
        return new TaskOptions(name, Objects.requireNonNull(context, "context"), eager);
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
        return new TaskOptions(name, context, true);
    }

    @Override
    public String toString() {
        return "TaskOptions[name=" + name + ", context=" + context + ", eager=" + eager + "]";
    }
}
