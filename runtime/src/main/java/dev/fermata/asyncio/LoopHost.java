package dev.fermata.asyncio;

/**
 * A foreign event loop that runs ours: a graphical toolkit, a network library, a scheduler. It has one thread, and gives it
 * to our loop for a turn at a time. Make the loop with {@link EventLoop#hostedBy}; ready ones are in
 * {@code dev.fermata.asyncio.adapters}.
 *
 * <p>asyncio has the like in its loops for Qt and in trio's guest mode.
 */
public interface LoopHost {
    /**
     * Runs something in the host's thread, soon. Any thread may call this. What it does in one thread happens before what it
     * runs later does, as {@link java.util.concurrent.Executor} has it.
     *
     * @param turn what to run
     * @throws java.util.concurrent.RejectedExecutionException if the host has ended, which closes the loop
     */
    void execute(Runnable turn);

    /**
     * Runs something in the host's thread, later. Only the host's thread calls this.
     *
     * @param turn what to run
     * @param nanos how much later; more than zero. Too early is no harm, but a turn for nothing
     * @return takes it back; has no effect when it has run
     * @throws java.util.concurrent.RejectedExecutionException if the host has ended, which closes the loop
     */
    Runnable schedule(Runnable turn, long nanos);

    /**
     * Tells whether this is the host's thread. Any thread may call this.
     *
     * @return true if it is
     */
    boolean isHostThread();
}
