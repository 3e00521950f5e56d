package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;
import java.util.List;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Contexts {
    @Async
    Coroutine<Integer> run(Coroutine<Integer> c, List<Coroutine<Integer>> all) {
        int n = 0;
        for (Coroutine<Integer> each : all) {
            n += await(each);
        }
        Coroutine<Integer> again = Asyncio.sleep(Duration.ZERO, 1);
        AsyncSupplier<Integer> later = () -> result(await(again));
        AsyncSupplier<Integer> second = () -> result(await(again));
        System.out.println(later + " " + second);
        return result(n + await(c));
    }

    @Async
    Coroutine<Integer> conditions(Coroutine<Integer> c, boolean a) {
        boolean read = a && await(c) > 1;
        if (!a) {
            return result(await(c));
        }
        return result(read ? 1 : 0);
    }
}
