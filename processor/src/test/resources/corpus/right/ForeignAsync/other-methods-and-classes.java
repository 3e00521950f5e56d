package corpus;

import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.asyncio.Task;
import java.util.concurrent.CompletableFuture;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

@Others.Async
class Others {
    @interface Async {}

    @interface AsyncMethod {}

    @Async
    CompletableFuture<String> future() {
        return new CompletableFuture<>();
    }

    @Async
    void nothing() {}

    @Async
    Task<String> task(Task<String> task) {
        return task;
    }

    @Async
    Generator<String> generator() {
        return Generator.end();
    }

    @AsyncMethod
    Coroutine<String> named() {
        return result("x");
    }

    @SuppressWarnings("ForeignAsync")
    @Async
    Coroutine<String> silenced() {
        return result("x");
    }

    @dev.fermata.Async
    Coroutine<String> ours(Coroutine<String> step) {
        return result(await(step));
    }
}
