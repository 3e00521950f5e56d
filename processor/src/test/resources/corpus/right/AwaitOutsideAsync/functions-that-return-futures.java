package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Futures {
    interface Job<A, R> {
        @Async
        CompletionStage<R> start(A argument);
    }

    final Job<CompletionStage<String>, String> lambda = stage -> CompletableFuture.completedFuture(await(stage));

    final Job<Coroutine<String>, String> anonymous = new Job<>() {
        @Override
        public CompletableFuture<String> start(Coroutine<String> coroutine) {
            return CompletableFuture.completedFuture(await(coroutine));
        }
    };

    @Async
    CompletableFuture<String> method(Job<String, String> job) {
        return CompletableFuture.completedFuture(await(job.start("x")) + await(result("y")));
    }
}
