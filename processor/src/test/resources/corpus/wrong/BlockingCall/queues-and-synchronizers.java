package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Queues {
    @Async
    Coroutine<String> take(
            BlockingQueue<String> queue,
            LinkedBlockingDeque<String> deque,
            CountDownLatch latch,
            Semaphore permits,
            Condition ready,
            Phaser phaser)
            throws Exception {
        queue.put("x"); // warning BlockingCall
        String text = queue.take(); // warning BlockingCall
        text += queue.poll(1, TimeUnit.SECONDS); // warning BlockingCall
        text += deque.takeLast(); // warning BlockingCall
        deque.offerFirst("y", 1, TimeUnit.SECONDS); // warning BlockingCall
        latch.await(); // warning BlockingCall
        permits.acquire(2); // warning BlockingCall
        if (permits.tryAcquire(1, TimeUnit.SECONDS)) { // warning BlockingCall
            permits.acquireUninterruptibly(); // warning BlockingCall
        }
        ready.awaitNanos(5); // warning BlockingCall
        phaser.arriveAndAwaitAdvance(); // warning BlockingCall
        await(Asyncio.sleep(Duration.ZERO));
        return result(text);
    }
}
