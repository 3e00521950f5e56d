package dev.fermata.asyncio;

import org.jspecify.annotations.Nullable;

/**
 * Thread-locals that follow tasks as context variables do: those of libraries that know threads only, such as the MDC of a
 * logger. For libraries that Micrometer's context-propagation knows there is
 * {@code dev.fermata.asyncio.micrometer.ThreadLocalPropagation}; for others:
 *
 * <pre>{@code
 * loop.setThreadLocalBridge(new ThreadLocalBridge() {
 *     public Object capture() {
 *         return MDC.getCopyOfContextMap();
 *     }
 *
 *     public Runnable install(Object captured) {
 *         Map<String, String> outside = MDC.getCopyOfContextMap();
 *         MDC.setContextMap((Map<String, String>) captured);
 *         return () -> MDC.setContextMap(outside);
 *     }
 * });
 * }</pre>
 *
 * <p><b>When.</b> Values are captured where a task or a callback is made, and installed before each step; after a step they are
 * captured again, so what it has changed is there in the next, and then taken away. Calls are nested like the steps.
 *
 * <p>Threads: that of the loop; {@link #capture} also any that calls {@link EventLoop#callSoonThreadsafe}, and both those that
 * call {@link Context#run}. What they throw goes to the loop's exception handler.
 */
public interface ThreadLocalBridge {
    /**
     * Reads the values of this thread.
     *
     * @return the values, not to be changed any more; given to {@link #install} as they are
     */
    @Nullable
    Object capture();

    /**
     * Gives this thread values.
     *
     * @param captured what {@link #capture} has returned
     * @return what gives back to this thread the values that it had
     */
    Runnable install(@Nullable Object captured);
}
