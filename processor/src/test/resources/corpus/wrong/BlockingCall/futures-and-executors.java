package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Futures {
    @Async
    Coroutine<Integer> all(
            Future<Integer> future,
            CompletableFuture<Integer> later,
            ExecutorService pool,
            List<Callable<Integer>> calls)
            throws Exception {
        int sum = future.get(); // warning BlockingCall
        sum += later.join(); // warning BlockingCall
        sum += later.get(1, TimeUnit.SECONDS); // warning BlockingCall
        sum += pool.submit(calls.get(0))
                .get(); // warning BlockingCall
        sum += pool.invokeAll(calls).size(); // warning BlockingCall
        sum += pool.invokeAny(calls); // warning BlockingCall
        pool.shutdown();
        if (pool.awaitTermination(1, TimeUnit.DAYS)) { // warning BlockingCall
            return result(sum + await(later));
        }
        return result(0);
    }
}
