package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Silenced {
    @SuppressWarnings("AwaitInFinally")
    @Async
    Coroutine<String> run(Coroutine<String> step, Coroutine<Void> end) {
        try {
            return result(await(step));
        } finally {
            await(end);
        }
    }
}
