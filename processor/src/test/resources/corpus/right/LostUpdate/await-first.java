package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class First {
    private int count;
    private int[] cells = new int[2];

    @Async
    Coroutine<Integer> run(Coroutine<Integer> step, First other) {
        int by = await(step);
        count += by;
        count = await(Asyncio.sleep(Duration.ZERO, 1)) + count;
        count = await(next(count));
        other.count = count + await(Asyncio.sleep(Duration.ZERO, 2));
        int local = 0;
        local += await(Asyncio.sleep(Duration.ZERO, 3));
        cells[0] = await(Asyncio.sleep(Duration.ZERO, 4));
        int[] own = {1};
        own[0] += await(Asyncio.sleep(Duration.ZERO, 5));
        by += await(Asyncio.sleep(Duration.ZERO, 6));
        return result(count + local + own[0] + by);
    }

    Coroutine<Integer> next(int from) {
        return result(from + 1);
    }
}
