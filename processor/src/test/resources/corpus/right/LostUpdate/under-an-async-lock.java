package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.sync.AsyncLock;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Held {
    private final AsyncLock lock = new AsyncLock();
    private int count;

    @SuppressWarnings("try")
    @Async
    Coroutine<Integer> run(Coroutine<Integer> step) throws Exception {
        try (AutoCloseable held = await(lock.hold())) {
            count += await(step);
        }
        return result(count);
    }
}
