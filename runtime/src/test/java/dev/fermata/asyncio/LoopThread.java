package dev.fermata.asyncio;

import java.util.concurrent.CountDownLatch;

/** A loop that runs in a thread of its own until it is closed. */
final class LoopThread implements AutoCloseable {
    final EventLoop loop = EventLoop.create();
    final Reports reports = new Reports();
    private final Thread thread = new Thread(loop::runForever, "the loop");

    LoopThread() {
        loop.setExceptionHandler(reports);
        thread.start();
    }

    /** Waits until the loop has done what it was given before. */
    void drain() throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        loop.callSoonThreadsafe(reached::countDown);
        reached.await();
    }

    @Override
    public void close() {
        loop.callSoonThreadsafe(loop::stop);
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new AssertionError("no test interrupts its own thread", interrupted);
        }
        loop.close();
    }
}
