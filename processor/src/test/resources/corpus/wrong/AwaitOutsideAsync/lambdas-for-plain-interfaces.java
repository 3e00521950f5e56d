package corpus;

import dev.fermata.Coroutine;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Deferred {
    private final Supplier<Coroutine<String>> source;
    private final Supplier<String> later = () -> await(source()); // error AwaitOutsideAsync

    Deferred(Supplier<Coroutine<String>> source) {
        this.source = source;
    }

    Coroutine<String> source() {
        return source.get();
    }

    Supplier<Coroutine<String>> wrapped() {
        return () -> result(await(source.get())); // error AwaitOutsideAsync
    }

    Callable<String> nested() {
        return () -> {
            Supplier<Integer> size = () -> await(source()).length(); // error AwaitOutsideAsync
            return "" + size.get();
        };
    }
}
