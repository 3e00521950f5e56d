package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncIterable;
import dev.fermata.Generator;
import dev.fermata.Yields;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Inner {
    @Async
    AsyncGenerator<Integer> all(AsyncIterable<Integer> source) {
        int sum = await(Asyncio.timeout(Duration.ofSeconds(3), () -> {
            Iterable<Integer> firsts = new Iterable<>() {
                @Yields
                @Override
                public Generator<Integer> iterator() {
                    Generator.yield(1);
                    return Generator.end();
                }
            };
            int total = 0;
            for (int first : firsts) {
                total += first;
            }
            for (int each : source) {
                total += each;
            }
            return result(total);
        }));
        AsyncGenerator.yield(sum);
        return AsyncGenerator.end();
    }
}
