package corpus;

import dev.fermata.Async;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import static dev.fermata.Coroutine.await;

class Futures {
    @Async
    CompletableFuture<String> load(CompletionStage<Boolean> known, CompletableFuture<String> source) {
        try {
            return await(known) ? source : CompletableFuture.completedFuture("unknown");
        } catch (IllegalStateException e) {
            return source;
        } finally {
            known.toCompletableFuture().cancel(false);
        }
    }
}
