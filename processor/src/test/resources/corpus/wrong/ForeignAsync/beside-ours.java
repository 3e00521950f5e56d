package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Twice {
    @interface Asynchronous {}

    @Async
    @Asynchronous // warning ForeignAsync
    Coroutine<String> load(Coroutine<String> step) {
        return result(await(step));
    }
}
