package dev.fermata.asyncio;

import dev.fermata.machine.Machine;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** The loop of another thread. */
final class LoopElsewhere implements WaitingRun {
    private final EventLoop loop;

    LoopElsewhere(EventLoop loop) {
        this.loop = loop;
    }

    /**
     * An interrupt does not end the wait: what the coroutine does in its finally blocks belongs to the call. A second one
     * does, since the loop may never run again.
     */
    @Override
    public <T extends @Nullable Object> T call(CoroutineFactory<T> factory) {
        Submission<T> submission = Submission.to(loop, factory);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return submission.outcome().get();
                } catch (InterruptedException interrupt) {
                    if (interrupted) {
                        submission.abandon();
                        throw givenUp();
                    }
                    interrupted = true;
                    submission.cancel();
                }
            }
        } catch (ExecutionException failed) {
            throw Machine.sneak(Objects.requireNonNull(failed.getCause()));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static CancellationException givenUp() {
        return new CancellationException("interrupted twice; the coroutine was cancelled and may not have ended yet");
    }

    /** The loop is not ours to close. */
    @Override
    public void close() {}
}
