package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;
import java.util.List;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Outer {
    @Async
    Coroutine<Integer> run(List<Coroutine<Integer>> steps) {
        try {
            for (Coroutine<Integer> step : steps) {
                try {
                    if (await(Asyncio.sleep(Duration.ZERO, 1)) == 1) {
                        return step; // warning ReturnBypassesTry
                    }
                } catch (IllegalArgumentException e) {
                    return switch (steps.size()) { // warning ReturnBypassesTry
                        case 1 -> steps.get(0);
                        default -> result(2);
                    };
                }
            }
        } catch (IllegalStateException e) {
            return steps.get(0);
        }
        return result(0);
    }
}
