package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.Task;
import java.time.Duration;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Kept {
    private Coroutine<Integer> field;

    @Async
    Coroutine<Integer> run(Coroutine<Integer> c) {
        Task<Integer> task = Asyncio.createTask(c);
        int n = await(task) + await(task);
        n += c.hashCode();
        c.close();
        n += await(field);
        field = Asyncio.sleep(Duration.ZERO, n);
        return result(n + await(field));
    }
}
