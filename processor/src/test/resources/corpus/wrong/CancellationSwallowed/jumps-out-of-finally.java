package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;
import java.util.List;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Jumps {
    @SuppressWarnings("finally")
    @Async
    Coroutine<Integer> run(List<Coroutine<Integer>> steps) {
        int n = 0;
        for (Coroutine<Integer> step : steps) {
            try {
                n += await(step);
            } finally {
                if (n > 3) {
                    continue; // warning CancellationSwallowed
                }
                if (n > 2) {
                    break; // warning CancellationSwallowed
                }
            }
        }
        try {
            await(Asyncio.sleep(Duration.ZERO));
        } finally {
            return result(n); // warning CancellationSwallowed
        }
    }
}
