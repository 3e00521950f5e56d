package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Cart {
    private int total;
    private static String names = "";
    private final int[] counts = new int[3];

    @Async
    Coroutine<Integer> add(Coroutine<Integer> price, Coroutine<String> name) {
        total += await(price); // warning LostUpdate
        this.total -= await(Asyncio.sleep(Duration.ZERO, 3)); // warning LostUpdate
        names += await(name); // warning LostUpdate
        Cart.names += "," + await(Asyncio.sleep(Duration.ZERO, "x")); // warning LostUpdate
        counts[1] += await(Asyncio.sleep(Duration.ZERO, 1)); // warning LostUpdate
        return result(total + counts[0]);
    }
}
