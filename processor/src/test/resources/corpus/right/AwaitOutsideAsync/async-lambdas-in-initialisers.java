package corpus;

import dev.fermata.AsyncFunction;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

class Jobs {
    static final AsyncSupplier<String> FIRST = () -> result(await(read("a")));
    static final AsyncFunction<String, Integer> SIZE;

    static {
        SIZE = text -> {
            String read = await(read(text));
            return result(read.length());
        };
    }

    private final AsyncSupplier<Void> close;

    Jobs() {
        this(() -> {
            await(read("z"));
            return done();
        });
    }

    Jobs(AsyncSupplier<Void> close) {
        this.close = close;
    }

    static Coroutine<String> read(String key) {
        return result(key);
    }
}
