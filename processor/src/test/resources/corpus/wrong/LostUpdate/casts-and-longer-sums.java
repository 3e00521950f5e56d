package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Sums {
    private long total;
    private String log = "";
    private final long[][] grid = new long[2][2];

    @Async
    Coroutine<Long> run(Coroutine<Long> step, int row) {
        total = total + 1 + await(step); // warning LostUpdate
        total = (long) (total * await(Asyncio.sleep(Duration.ZERO, 1.5))); // warning LostUpdate
        total = -total - await(Asyncio.sleep(Duration.ZERO, 2L)); // warning LostUpdate
        log = "[" + this.log + await(Asyncio.sleep(Duration.ZERO, "x")) + "]"; // warning LostUpdate
        grid[row][1] += await(Asyncio.sleep(Duration.ZERO, 3L)); // warning LostUpdate
        grid[row][0] = grid[row][0] | await(Asyncio.sleep(Duration.ZERO, 4L)); // warning LostUpdate
        return result(total);
    }
}
