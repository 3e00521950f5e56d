package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncIterable;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;

import static dev.fermata.Coroutine.await;

class Columns {
    private int total;

    @Async
    void wrong() {} // error AsyncReturnType@10

    @Async
    Coroutine<Integer> run(Coroutine<Integer> step, AsyncIterable<String> lines) throws InterruptedException {
        java.lang.Thread.sleep(5); // warning BlockingCall@31
        total += await(step); // warning LostUpdate@15
        total += 1 + Coroutine.await(Asyncio.sleep(Duration.ZERO, 1)); // warning LostUpdate@15
        synchronized (this) {
            for (String line : lines) total++; // error AwaitInSynchronized@13
            int n = 1 + await(Asyncio.sleep(Duration.ZERO, 2)); // error AwaitInSynchronized@30
        }
        return (null); // error NullCoroutine@17
    }

    Object bare = Coroutine.suspend("x"); // error AwaitOutsideAsync@36
}
