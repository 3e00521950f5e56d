package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Requests {
    private static final ThreadLocal<String> USER = new ThreadLocal<>();

    @Async
    Coroutine<String> handle(String user, Coroutine<String> step) {
        USER.set(user); // warning ThreadLocalAcrossAwait
        try {
            return result(await(step));
        } finally {
            USER.remove();
        }
    }
}
