package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Promise;
import dev.fermata.asyncio.Task;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Results {
    @Async
    Coroutine<Integer> sum(Promise<Integer> promise, Task<Integer> task) {
        int sum = await(task);
        if (promise.isDone()) {
            sum += promise.result();
        }
        return result(sum + task.result());
    }
}
