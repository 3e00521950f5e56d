package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

class Series {
    private int last;
    private List<String> lines = List.of();

    @Async
    Coroutine<Void> step(Coroutine<Integer> by, Coroutine<List<String>> more) {
        last = last + await(by); // warning LostUpdate
        last = Math.max(last, await(Asyncio.sleep(Duration.ZERO, 2))); // warning LostUpdate
        this.last = (last * 2) + (await(Asyncio.sleep(Duration.ZERO, 2))); // warning LostUpdate
        lines = join(lines, await(more)); // warning LostUpdate
        return done();
    }

    final AsyncSupplier<Integer> lambda = () -> {
        last = last - await(Asyncio.sleep(Duration.ZERO, 1)); // warning LostUpdate
        return result(last);
    };

    static List<String> join(List<String> left, List<String> right) {
        List<String> all = new ArrayList<>(left);
        all.addAll(right);
        return all;
    }
}
