package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Deep {
    static final class Node {
        int weight;
    }

    private int sum;
    private final Node node = new Node();

    @Async
    Coroutine<Integer> run(Coroutine<Integer> step, boolean twice) {
        if ((sum += await(step)) > 3) { // warning LostUpdate
            node.weight += await(Asyncio.sleep(Duration.ZERO, 1)); // warning LostUpdate
        }
        sum = sum // warning LostUpdate
                + (twice ? await(Asyncio.sleep(Duration.ZERO, 2)) : 0);
        return result(sum);
    }
}
