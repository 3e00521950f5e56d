package dev.fermata.asyncio.adapters;

import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.LoopHost;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.OrderedEventExecutor;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * A loop in the thread of one of Netty's: coroutines that run between the events of its channels, without a change of thread.
 * Needs {@code io.netty:netty-common}.
 */
public final class NettyLoop {
    private NettyLoop() {}

    /**
     * Makes a loop that runs in turns of one of Netty's, see {@link EventLoop#hostedBy}. Any thread. One loop for each of
     * Netty's is enough: handlers find it with {@link EventLoop#running}. Close it before Netty's is shut down: it notices
     * that only when it asks for a turn.
     *
     * @param executor Netty's event loop: {@code channel.eventLoop()}, or another executor with one thread
     * @return a new loop
     * @throws java.util.concurrent.RejectedExecutionException if it has been shut down
     */
    public static EventLoop on(OrderedEventExecutor executor) {
        return EventLoop.hostedBy(new Host(Objects.requireNonNull(executor, "executor")));
    }

    private record Host(OrderedEventExecutor executor) implements LoopHost {
        @Override
        public void execute(Runnable turn) {
            executor.execute(turn);
        }

        @Override
        public Runnable schedule(Runnable turn, long nanos) {
            Future<?> timer = executor.schedule(turn, nanos, TimeUnit.NANOSECONDS);
            return () -> timer.cancel(false);
        }

        @Override
        public boolean isHostThread() {
            return executor.inEventLoop();
        }

        @Override
        public String toString() {
            return executor.toString();
        }
    }
}
