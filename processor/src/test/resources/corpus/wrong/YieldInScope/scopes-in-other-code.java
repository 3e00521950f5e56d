package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Yields;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.TaskGroup;
import java.time.Duration;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

class Sc {
    Coroutine<Integer> c() { return result(1); }
    @Async AsyncGenerator<Integer> a() {
        await(TaskGroup.run(g -> { AsyncGenerator.yield(1); return done(); })); // error YieldInScope
        await(Asyncio.timeout(Duration.ofSeconds(1), () -> {
            for (int i = 0; i < 3; i++)
                AsyncGenerator
                    .yield(i); // error YieldInScope
            return result(2);
        }));
        await(Asyncio.moveOnAfter(Duration.ofSeconds(1), () -> { Runnable r = () -> AsyncGenerator.yield(1); return done(); })); // error YieldInScope
        AsyncSupplier<Void> s = () -> { AsyncGenerator.yield(1); return done(); }; // error YieldOutsideGenerator
        int n = await(TaskGroup.run(g -> c()));
        AsyncGenerator.yield(n);
        return AsyncGenerator.end();
    }
    @Async Coroutine<Void> b() {
        await(TaskGroup.run(g -> { AsyncGenerator.yield(1); return done(); })); // error YieldOutsideGenerator
        return done();
    }
    @Yields Generator<Integer> y() {
        Coroutine<Void> k = TaskGroup.run(g -> { Generator.yield(1); return done(); }); // error YieldInScope; error CoroutineNotAwaited
        return Generator.end();
    }
}
