package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Steps {
    @Async
    Coroutine<String> run(AsyncGenerator<String> words) {
        words.anext(); // error CoroutineNotAwaited
        words.asend("x"); // error CoroutineNotAwaited
        words.athrow(new IllegalStateException()); // error CoroutineNotAwaited
        words.aclose(); // error CoroutineNotAwaited
        return result(await(words.anext()));
    }
}
