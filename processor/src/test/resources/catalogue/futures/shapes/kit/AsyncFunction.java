package shapes.kit;

import dev.fermata.Async;
import java.util.concurrent.CompletableFuture;

/** As the runtime's, but its lambdas return futures. */
@FunctionalInterface
public interface AsyncFunction<A, R> {
    /** Starts it. */
    @Async
    CompletableFuture<R> apply(A argument) throws Exception;
}
