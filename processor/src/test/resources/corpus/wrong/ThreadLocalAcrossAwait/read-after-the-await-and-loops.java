package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.util.List;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Counters {
    private final ThreadLocal<Integer> count = ThreadLocal.withInitial(() -> 0);

    @Async
    Coroutine<Integer> run(List<Coroutine<Integer>> steps) {
        for (Coroutine<Integer> step : steps) {
            this.count.set(count.get() + 1); // warning ThreadLocalAcrossAwait
            await(step);
        }
        return result(0);
    }

    @Async
    Coroutine<Integer> twice(Coroutine<Integer> step, InheritableThreadLocal<Integer> depth) {
        depth.set(1); // warning ThreadLocalAcrossAwait
        int n = await(step);
        depth.set(n);
        return result(n);
    }
}
