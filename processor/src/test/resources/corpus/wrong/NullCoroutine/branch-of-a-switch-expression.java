package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Switches {
    @Async
    Coroutine<String> named(Coroutine<Integer> way) {
        return switch (await(way)) {
            case 0 -> result("zero");
            case 1 -> null; // error NullCoroutine
            default -> {
                if (way == null) {
                    yield null; // error NullCoroutine
                }
                yield result("many");
            }
        };
    }
}
