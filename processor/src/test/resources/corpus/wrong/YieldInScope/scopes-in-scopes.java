package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.TaskGroup;
import java.time.Duration;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;

class Both {
    @Async
    AsyncGenerator<Integer> all(Coroutine<Integer> one) {
        await(TaskGroup.run(group -> {
            await(Asyncio.timeout(Duration.ofSeconds(2), timeout -> {
                AsyncGenerator.yield(await(one)); // error YieldInScope
                return done();
            }));
            return done();
        }));
        return AsyncGenerator.end();
    }
}
