package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.Generator;
import dev.fermata.asyncio.Asyncio;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Futures {
    private final ReentrantLock lock = new ReentrantLock();
    private int total;

    @Async
    synchronized CompletableFuture<Integer> monitor(CompletionStage<Integer> stage) { // error AsyncModifiers
        return CompletableFuture.completedFuture(await(stage));
    }

    @Async
    CompletableFuture<Integer> block(CompletionStage<Integer> stage) {
        synchronized (this) {
            return CompletableFuture.completedFuture(await(stage)); // error AwaitInSynchronized
        }
    }

    @Async
    CompletableFuture<Integer> held(CompletionStage<Integer> stage) {
        if (lock.tryLock()) {
            await(stage); // error LockAcrossAwait
            lock.unlock();
        }
        return CompletableFuture.completedFuture(0);
    }

    @Async
    CompletableFuture<Integer> blocking(CompletableFuture<Integer> future) {
        total += await(future); // warning LostUpdate
        return CompletableFuture.completedFuture(future.join()); // warning BlockingCall
    }

    @Async
    CompletionStage<Integer> nested() {
        return CompletableFuture.completedFuture(Asyncio.run(result(1))); // error NestedRun
    }

    @Async
    CompletionStage<Integer> swallowing(CompletionStage<Integer> stage) {
        try {
            await(stage);
        } catch (Throwable thrown) { // warning CancellationSwallowed
            total = 0;
        }
        return stage;
    }

    @Async
    CompletableFuture<Integer> yielding() {
        Generator.yield(1); // error YieldOutsideGenerator
        AsyncGenerator.yield(2); // error YieldOutsideGenerator
        return CompletableFuture.completedFuture(3);
    }
}
