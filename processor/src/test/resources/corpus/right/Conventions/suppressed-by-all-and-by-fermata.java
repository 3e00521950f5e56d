package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;

@SuppressWarnings("all")
class Everything {
    private int total;

    @Async
    Coroutine<Integer> run(Coroutine<Integer> step) throws InterruptedException {
        Thread.sleep(1);
        total += await(step);
        return null;
    }
}

class Ours {
    private int total;

    @SuppressWarnings("fermata")
    @Async
    Coroutine<Integer> run(Coroutine<Integer> step) throws InterruptedException {
        Thread.sleep(1);
        total += await(step);
        return null;
    }
}
