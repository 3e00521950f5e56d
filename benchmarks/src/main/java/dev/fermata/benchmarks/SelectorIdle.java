package dev.fermata.benchmarks;

import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.Idle;
import dev.fermata.asyncio.Promise;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.TimeUnit;

/**
 * Waits in a selector, and completes the promises of those whose channels are ready. It looks at channels when nothing else
 * is ready, so a task that never lets the loop rest would keep them waiting; {@link W9Echo} has none.
 */
final class SelectorIdle implements Idle {
    private final Selector selector;

    SelectorIdle() throws IOException {
        selector = Selector.open();
    }

    /** Makes a channel known, with what is waited for at first. */
    Ready register(SelectableChannel channel, int operation) throws IOException {
        channel.configureBlocking(false);
        SelectionKey key = channel.register(selector, operation);
        Ready ready = new Ready(key);
        key.attach(ready);
        return ready;
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public void park(long nanos) {
        try {
            // Rounded up: a timer that is due within a millisecond would have it spin.
            selector.select(
                    key -> ((Ready) key.attachment()).happened(),
                    nanos == FOREVER ? 0 : TimeUnit.NANOSECONDS.toMillis(nanos) + 1);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void wake() {
        selector.wakeup();
    }

    /** What one coroutine waits for at one channel. The interest stays as it is from one wait to the next, if it can. */
    static final class Ready {
        private final SelectionKey key;
        private Promise<Void> waiting;

        private Ready(SelectionKey key) {
            this.key = key;
        }

        /** The next time that the channel is ready for an operation. */
        Promise<Void> next(int operation) {
            if (key.interestOps() != operation) {
                key.interestOps(operation);
            }
            waiting = EventLoop.running().createPromise();
            return waiting;
        }

        private void happened() {
            Promise<Void> waited = waiting;
            waiting = null;
            if (waited == null) {
                key.interestOps(0); // it works on what it got
            } else if (!waited.isDone()) {
                waited.setResult(null);
            }
        }
    }
}
