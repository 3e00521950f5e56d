package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Misplaced {
    private int total;

    @SuppressWarnings("LostUpdate")
    @Async
    Coroutine<Integer> other(Coroutine<Integer> step) throws InterruptedException {
        Thread.sleep(await(step)); // warning BlockingCall
        total += await(Asyncio.sleep(Duration.ZERO, 1));
        return result(total);
    }

    @SuppressWarnings({"blockingCall", "[BlockingCall]", "Fermata"})
    @Async
    Coroutine<Integer> misspelt(Coroutine<Integer> step) throws InterruptedException {
        Thread.sleep(await(step)); // warning BlockingCall
        return result(1);
    }

    @Async
    Coroutine<Integer> beside(@SuppressWarnings("BlockingCall") Coroutine<Integer> step) throws InterruptedException {
        @SuppressWarnings("BlockingCall")
        int n = await(step);
        Thread.sleep(n); // warning BlockingCall
        return result(n);
    }
}
