package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.EventLoop;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Lambdas {
    Coroutine<Integer> save(String name) {
        return result(name.length());
    }

    void all(List<String> names, ExecutorService pool) {
        names.forEach(name -> save(name)); // error CoroutineNotAwaited
        names.forEach(this::save); // error CoroutineNotAwaited
        Runnable later = () -> save("x"); // error CoroutineNotAwaited
        Consumer<String> consumer = new Lambdas()::save; // error CoroutineNotAwaited
        pool.execute(() -> {
            save("y"); // error CoroutineNotAwaited
        });
        later.run();
        consumer.accept("z");
    }

    @Async
    Coroutine<Integer> loop(EventLoop loop, Coroutine<Integer> step) {
        loop.callSoon(() -> save("later")); // error CoroutineNotAwaited
        return result(await(step));
    }
}
