package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;
import static dev.fermata.asyncio.Asyncio.createTask;

class Everything {
    Coroutine<Integer> save(String name) {
        return result(name.length());
    }

    @Async
    Coroutine<Integer> run(Coroutine<Integer> step, Coroutine<Void> end) throws InterruptedException {
        await(end);
        try {
            Thread.sleep(Asyncio.run(step)); // warning BlockingCall; error NestedRun
            createTask(save("a")); // warning DroppedTask
        } catch (IllegalStateException e) {
            save("b"); // error CoroutineNotAwaited
        } finally {
            await(end); // note AwaitInFinally; error AwaitedTwice
        }
        return null; // error NullCoroutine
    }
}
