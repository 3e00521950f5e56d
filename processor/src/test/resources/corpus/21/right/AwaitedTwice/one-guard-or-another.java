package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Client {
    @Async
    Coroutine<Integer> run(Coroutine<Integer> c, Object job) {
        return switch (job) {
            case Integer i when i > 3 && await(c) > i -> result(i);
            case String s when s.isEmpty() -> result(await(c));
            case String s -> result(await(c) + s.length());
            default -> result(0);
        };
    }
}
