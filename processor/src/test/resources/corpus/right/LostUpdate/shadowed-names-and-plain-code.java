package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.EventLoop;
import java.time.Duration;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Shadows {
    private int count;
    private int other;

    @Async
    Coroutine<Integer> run(Coroutine<Integer> step, int count) {
        count += await(step);
        other = count + await(Asyncio.sleep(Duration.ZERO, 1));
        this.count = count + await(Asyncio.sleep(Duration.ZERO, 2));
        this.count = other + await(Asyncio.sleep(Duration.ZERO, 3));
        int other = 1;
        other = other + await(Asyncio.sleep(Duration.ZERO, 4));
        return result(other);
    }

    int plain(EventLoop loop, Coroutine<Integer> step) {
        count += loop.runUntilComplete(step);
        return count;
    }

    @Async
    Coroutine<AsyncSupplier<Integer>> made(Coroutine<Integer> step) {
        int first = await(step);
        this.count += first;
        this.count = Math.max(await(Asyncio.sleep(Duration.ZERO, 5)), this.count);
        return result(() -> result(await(Asyncio.sleep(Duration.ZERO, 6)) + count));
    }
}
