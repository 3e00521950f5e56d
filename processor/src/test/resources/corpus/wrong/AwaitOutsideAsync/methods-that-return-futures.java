package corpus;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import static dev.fermata.Coroutine.await;

class Futures implements Supplier<CompletionStage<String>> {
    private CompletableFuture<String> source;

    CompletableFuture<String> method() {
        return CompletableFuture.completedFuture(await(source)); // error AwaitOutsideAsync
    }

    @Override
    public CompletionStage<String> get() {
        return CompletableFuture.completedFuture(await(source)); // error AwaitOutsideAsync
    }

    final Supplier<CompletableFuture<String>> lambda =
            () -> CompletableFuture.completedFuture(await(source)); // error AwaitOutsideAsync
}
