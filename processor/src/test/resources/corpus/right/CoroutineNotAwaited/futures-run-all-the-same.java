package corpus;

import dev.fermata.Async;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import static dev.fermata.Coroutine.await;

class Futures {
    @Async
    CompletableFuture<Void> save(CompletionStage<String> text) {
        await(text);
        return CompletableFuture.completedFuture(null);
    }

    void all(CompletionStage<String> text) {
        save(text);
        Runnable later = () -> save(text);
        Runnable reference = this::nothing;
        later.run();
        reference.run();
    }

    private CompletionStage<Void> nothing() {
        return save(new CompletableFuture<>());
    }
}
