package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Names {
    static final class Scope {
        final ThreadLocal<String> user = new ThreadLocal<>();
    }

    private final Scope scope = new Scope();

    @Async
    Coroutine<String> run(Coroutine<String> step, boolean quick) {
        if (!quick) {
            scope.user.set("x"); // warning ThreadLocalAcrossAwait
            await(step);
        }
        System.out.println(scope.user.get());
        return result("done");
    }
}
