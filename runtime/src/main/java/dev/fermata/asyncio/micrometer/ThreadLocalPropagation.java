package dev.fermata.asyncio.micrometer;

import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.ThreadLocalBridge;
import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Has the thread-locals that are registered with Micrometer's context-propagation follow the tasks of a loop: observations
 * and traces, the MDC, Spring Security's context, and whatever else has a {@code ThreadLocalAccessor}.
 *
 * <pre>{@code
 * Asyncio.run(Main::main, RunOptions.defaults().withLoop(() -> ThreadLocalPropagation.follow(EventLoop.create())));
 * }</pre>
 *
 * <p>A value that a task has set is there again after an await, in the tasks that it starts, and in no other. Each step costs
 * two snapshots, so a loop does this only when it is told to. A scope that is opened in one step has to be closed in it: that of
 * an observation belongs to the thread, and between steps the thread is somebody else's.
 */
public final class ThreadLocalPropagation implements ThreadLocalBridge {
    private final ContextSnapshotFactory snapshots;

    private ThreadLocalPropagation(ContextSnapshotFactory snapshots) {
        this.snapshots = snapshots;
    }

    /**
     * Has the thread-locals of the global registry follow the tasks of a loop, from now on.
     *
     * @param <L> the type of the loop
     * @param loop the loop
     * @return the loop
     */
    public static <L extends EventLoop> L follow(L loop) {
        return follow(loop, ContextRegistry.getInstance());
    }

    /**
     * As {@link #follow(EventLoop)}, of another registry.
     *
     * @param <L> the type of the loop
     * @param loop the loop
     * @param registry the registry
     * @return the loop
     */
    public static <L extends EventLoop> L follow(L loop, ContextRegistry registry) {
        Objects.requireNonNull(registry, "registry");
        // clearMissing: what a task has not set is unset in its steps, and not what the step before has left.
        loop.setThreadLocalBridge(new ThreadLocalPropagation(ContextSnapshotFactory.builder()
                .contextRegistry(registry)
                .clearMissing(true)
                .build()));
        return loop;
    }

    @Override
    public Object capture() {
        return snapshots.captureAll();
    }

    @Override
    public Runnable install(@Nullable Object captured) {
        ContextSnapshot snapshot = captured instanceof ContextSnapshot it ? it : snapshots.captureFrom();
        ContextSnapshot.Scope scope = snapshot.setThreadLocals();
        return scope::close;
    }
}
