package corpus;

import dev.fermata.Async;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

class Futures {
    @Async
    CompletableFuture<Integer> parsed(String text) {
        return CompletableFuture.completedFuture(Integer.parseInt(text));
    }

    @Async
    CompletionStage<Integer> failing() {
        throw new IllegalStateException("as a failure of the future");
    }
}
