package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

class Slow {
    @Async
    AsyncGenerator<Integer> numbers(Coroutine<Integer> first) {
        int n = await(Asyncio.timeout(Duration.ofSeconds(1), () -> {
            int got = await(first);
            AsyncGenerator.yield(got); // error YieldInScope
            return result(got);
        }));
        boolean late = await(Asyncio.moveOnAfter(Duration.ofSeconds(n), () -> {
            AsyncGenerator.yield(await(first)); // error YieldInScope
            return done();
        }));
        AsyncGenerator.yield(late ? 1 : 0);
        return AsyncGenerator.end();
    }
}
