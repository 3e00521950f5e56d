package corpus;

import dev.fermata.AsyncFunction;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Ping implements AsyncSupplier<String> {
    private final Coroutine<String> reply;

    Ping(Coroutine<String> reply) {
        this.reply = reply;
    }

    @Override
    public Coroutine<String> get() {
        return result(await(reply)); // error AwaitOutsideAsync
    }

    static AsyncFunction<Coroutine<String>, String> local() {
        class Echo implements AsyncFunction<Coroutine<String>, String> {
            @Override
            public Coroutine<String> apply(Coroutine<String> given) {
                return result(await(given)); // error AwaitOutsideAsync
            }
        }
        return new Echo();
    }
}
