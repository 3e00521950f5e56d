package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

class Locals {
    Coroutine<Integer> save(String name) {
        return result(name.length());
    }

    @Async
    Coroutine<Void> run(Coroutine<String> name) {
        Coroutine<Integer> saved = save(await(name)); // error CoroutineNotAwaited
        var other = save("x"); // error CoroutineNotAwaited
        Coroutine<?> wild = save("y"); // error CoroutineNotAwaited
        Coroutine<Integer> empty;
        return done();
    }
}
