package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

class Constants {
    private static final String BLOCKING = "Blocking" + "Call";
    private static final String LOST = "LostUpdate";
    private int total;

    @SuppressWarnings({BLOCKING, Constants.LOST, "Null" + "Coroutine"})
    @Async
    Coroutine<Integer> run(Coroutine<Integer> step) throws InterruptedException {
        Thread.sleep(1);
        total += await(step);
        return null;
    }
}

@SuppressWarnings("BlockingCall")
enum Suppressed {
    ONE(() -> {
        Thread.sleep(1);
        return done();
    });

    final AsyncSupplier<Void> body;

    Suppressed(AsyncSupplier<Void> body) {
        this.body = body;
    }
}

@SuppressWarnings("NullCoroutine")
record Silent(AsyncSupplier<String> source) {
    static final AsyncSupplier<String> NONE = () -> null;
}

@SuppressWarnings("NullCoroutine")
interface Defaults {
    AsyncSupplier<String> NONE = () -> null;

    @Async
    default Coroutine<String> none(Coroutine<String> step) {
        return await(step).isEmpty() ? null : result("x");
    }
}
