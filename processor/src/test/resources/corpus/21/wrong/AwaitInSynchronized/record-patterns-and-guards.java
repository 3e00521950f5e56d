package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Patterns {
    sealed interface Job permits Read, Wait {}

    record Read(Coroutine<String> text) implements Job {}

    record Wait(Duration time, Job then) implements Job {}

    private int lengths;

    @Async
    Coroutine<String> run(Job job) {
        synchronized (this) {
            switch (job) {
                case Read(var text) when await(text).isEmpty() -> lengths = 0; // error AwaitInSynchronized
                case Wait(Duration time, Read(var text)) -> {
                    await(Asyncio.sleep(time)); // error AwaitInSynchronized
                    lengths += await(text).length(); // error AwaitInSynchronized; warning LostUpdate
                }
                default -> lengths = 1;
            }
        }
        return switch (job) {
            case Read(var text) -> result(await(text));
            case Wait(var time, var then) -> null; // error NullCoroutine
        };
    }
}
