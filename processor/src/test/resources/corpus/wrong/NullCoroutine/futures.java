package corpus;

import dev.fermata.Async;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import static dev.fermata.Coroutine.await;

class Futures {
    interface Job<T> {
        @Async
        CompletionStage<T> start();
    }

    @Async
    CompletableFuture<String> find(CompletionStage<Boolean> known) {
        if (await(known)) {
            return CompletableFuture.completedFuture(null);
        }
        return null; // error NullCoroutine
    }

    final Job<String> job = () -> null; // error NullCoroutine

    final Job<String> other = new Job<>() {
        @Override
        public CompletableFuture<String> start() {
            return (null); // error NullCoroutine
        }
    };

    CompletableFuture<String> plain() {
        return null;
    }
}
