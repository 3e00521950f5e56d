package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Client {
    @Async
    Coroutine<Integer> run(Coroutine<Integer> c, Coroutine<Integer> d, Object job) {
        return switch (job) {
            case Integer i when await(c) > i -> result(await(c)); // error AwaitedTwice
            case String s when s.isEmpty() || await(d) + await(d) > 3 -> result(s.length()); // error AwaitedTwice
            default -> result(0);
        };
    }
}
