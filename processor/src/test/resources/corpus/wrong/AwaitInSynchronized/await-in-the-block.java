package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Total {
    private final Object lock = new Object();
    private int total;

    @Async
    Coroutine<Integer> add(Coroutine<Integer> amount) {
        synchronized (lock) {
            total = await(amount) + total; // error AwaitInSynchronized
            return result(total);
        }
    }
}
