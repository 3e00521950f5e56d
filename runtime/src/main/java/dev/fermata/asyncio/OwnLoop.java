package dev.fermata.asyncio;

import org.jspecify.annotations.Nullable;

/** A loop of the waiting thread's own, in that thread. An interrupt is noticed when the loop has nothing to do. */
final class OwnLoop implements WaitingRun {
    private final ParkedThread thread = new ParkedThread();
    private final BaseEventLoop loop = new BaseEventLoop(thread);

    @Override
    public <T extends @Nullable Object> T call(CoroutineFactory<T> factory) {
        Task<T> task = loop.createTask(new SupplierCoroutine<>(factory));
        thread.onInterrupt(task::cancel);
        return loop.runUntilComplete(task);
    }

    @Override
    public void close() {
        LoopShutdown.of(loop);
    }
}
