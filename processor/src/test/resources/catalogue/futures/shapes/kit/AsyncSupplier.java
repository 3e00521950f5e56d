package shapes.kit;

import dev.fermata.Async;
import java.util.concurrent.CompletableFuture;

/** As the runtime's, but its lambdas return futures. */
@FunctionalInterface
public interface AsyncSupplier<R> {
    /** Starts it. */
    @Async
    CompletableFuture<R> get() throws Exception;
}
