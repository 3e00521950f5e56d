package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncSupplier;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Exchanger;

import static dev.fermata.Coroutine.result;

class Places {
    interface Stream {
        @Async
        AsyncGenerator<String> open();
    }

    final AsyncSupplier<String> lambda = () -> result(new Exchanger<String>().exchange("x")); // warning BlockingCall
    final Stream stream = () -> {
        AsyncGenerator.yield(CompletableFuture.completedFuture("x").join()); // warning BlockingCall
        return AsyncGenerator.end();
    };

    @Async
    AsyncGenerator<Integer> numbers(CompletableFuture<Integer> first) {
        AsyncGenerator.yield(first.join()); // warning BlockingCall
        return AsyncGenerator.end();
    }
}
