package corpus;

import dev.fermata.Async;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

import static dev.fermata.Coroutine.await;

@SuppressWarnings("rawtypes")
class Futures {
    static class Own<T> extends CompletableFuture<T> {}

    @Async
    CompletableFuture raw() { // error AsyncReturnType
        return new CompletableFuture<String>();
    }

    @Async
    CompletionStage rawStage() { // error AsyncReturnType
        return new CompletableFuture<String>();
    }

    @Async
    Future<String> supertype(CompletionStage<String> stage) { // error AsyncReturnType
        return CompletableFuture.completedFuture(await(stage));
    }

    @Async
    Own<String> subtype() { // error AsyncReturnType
        return new Own<>();
    }

    @Async
    FutureTask<String> another() { // error AsyncReturnType
        return new FutureTask<>(() -> "x");
    }
}
