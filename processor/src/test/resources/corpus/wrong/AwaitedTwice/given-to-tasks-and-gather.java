package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.Task;
import java.time.Duration;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Given {
    @Async
    Coroutine<Integer> run(Coroutine<Integer> a, Coroutine<Integer> b, Coroutine<Integer> c, EventLoop loop) {
        Task<Integer> task = Asyncio.createTask(a);
        int n = await(task) + await(a); // error AwaitedTwice
        n += await(b);
        Task<Integer> other = loop.createTask(b); // error AwaitedTwice
        n += await(Asyncio.gather(c, other)).get(0);
        n += await(Asyncio.waitFor(c, Duration.ofMillis(1))); // error AwaitedTwice
        return result(n);
    }

    int plain(Coroutine<Integer> main) {
        int first = Asyncio.run(main);
        return first + Asyncio.run(main); // error AwaitedTwice
    }
}
