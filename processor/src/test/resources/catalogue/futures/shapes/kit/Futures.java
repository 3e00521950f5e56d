package shapes.kit;

import static dev.fermata.Coroutine.await;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.util.concurrent.CompletableFuture;

/** Futures of what the tape has as coroutines. */
public final class Futures {
    private Futures() {}

    /** Runs it. */
    @Async
    public static <T> CompletableFuture<T> of(Coroutine<T> coroutine) {
        return CompletableFuture.completedFuture(await(coroutine));
    }
}
