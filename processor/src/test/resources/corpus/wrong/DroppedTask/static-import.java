package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;
import static dev.fermata.asyncio.Asyncio.createTask;

class Imported {
    @Async
    Coroutine<Integer> run(Coroutine<Integer> step, Coroutine<Integer> other) {
        createTask(other); // warning DroppedTask
        return result(await(step));
    }
}
