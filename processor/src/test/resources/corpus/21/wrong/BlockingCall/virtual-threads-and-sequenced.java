package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Modern {
    @Async
    Coroutine<Integer> run(Coroutine<Integer> step, Object job) throws Exception {
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) { // warning BlockingCall
            Future<Integer> future = pool.submit(() -> 1);
            int n = await(step) + future.get(); // warning BlockingCall
            pool.close(); // warning BlockingCall
            Thread.sleep(Duration.ofMillis(n)); // warning BlockingCall
            return result(switch (job) {
                case Integer i when i > future.get() -> i; // warning BlockingCall
                default -> List.of(1).getFirst();
            });
        }
    }
}
