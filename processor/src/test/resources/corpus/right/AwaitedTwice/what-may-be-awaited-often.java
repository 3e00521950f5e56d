package corpus;

import dev.fermata.Async;
import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.Promise;
import dev.fermata.asyncio.Task;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Often {
    @Async
    Coroutine<Integer> run(
            Task<Integer> task, Promise<Integer> promise, Awaitable<Integer> any, CompletableFuture<Integer> future) {
        int n = await(task) + await(task);
        n += await(promise) + await(promise);
        n += await(any) + await(any);
        n += await(future) + await(future);
        List<Integer> all = await(Asyncio.gather(task, promise));
        return result(n + all.get(0) + await(task));
    }
}
