package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.util.List;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Worker {
    @Async
    Coroutine<Integer> run(List<Coroutine<String>> steps) {
        int failed = 0;
        for (Coroutine<String> step : steps) {
            try {
                System.out.println(await(step));
            } catch (Throwable t) { // warning CancellationSwallowed
                failed++;
            }
        }
        return result(failed);
    }
}
