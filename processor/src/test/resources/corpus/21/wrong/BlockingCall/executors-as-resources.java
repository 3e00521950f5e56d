// options: -Afermata.blocking=!java.util.concurrent.ForkJoinPool#close
package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

class Pools {
    @Async
    Coroutine<Void> run(ExecutorService given, Coroutine<Integer> step) {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) { // warning BlockingCall
            pool.execute(() -> {});
            await(step);
        }
        try (given) { // warning BlockingCall
            given.execute(() -> {});
        }
        try (ForkJoinPool own = new ForkJoinPool()) {
            own.execute(() -> {});
        }
        Runnable plain = () -> {
            try (var pool = Executors.newCachedThreadPool()) {
                pool.execute(() -> {});
            }
        };
        plain.run();
        return done();
    }

    AsyncSupplier<Integer> lambda = () -> {
        int n = await(result(1));
        try (
                ExecutorService pool = Executors.newSingleThreadExecutor()) { // warning BlockingCall
            return result(n + pool.hashCode());
        }
    };
}
