package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;

class Nested {
    @Async
    Coroutine<Void> run(Coroutine<Integer> way) {
        int n = await(way);
        return n == 0 ? done() : n == 1
                ? (null) // error NullCoroutine
                : ((Coroutine<Void>) (null)); // error NullCoroutine
    }
}
