package dev.fermata.asyncio;

/**
 * Makes the loops of a program, in place of the built-in ones: uvloop's place in Python. Found by
 * {@link java.util.ServiceLoader}, from the class path through {@code META-INF/services}, from modules through
 * {@code provides}, once, and by the class loader that has Fermata. More than one is an error.
 */
@FunctionalInterface
public interface LoopProvider {
    /**
     * Makes a loop. Any thread.
     *
     * @return a new loop that does not run, from {@link EventLoop#create(Idle)}; not from {@link EventLoop#create()}, which
     *     calls this
     */
    EventLoop create();
}
