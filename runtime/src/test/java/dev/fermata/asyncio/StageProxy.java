package dev.fermata.asyncio;

import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/** Stages of other libraries: no CompletableFutures, so that they are asked even when they are complete. */
final class StageProxy {
    private StageProxy() {}

    /** What is done in place of {@code whenComplete} and {@code toCompletableFuture}. */
    interface Behaviour {
        void whenComplete(BiConsumer<Object, Throwable> callback);

        default CompletableFuture<Object> toCompletableFuture() {
            throw new UnsupportedOperationException();
        }
    }

    @SuppressWarnings("unchecked")
    static CompletionStage<Object> of(Behaviour behaviour) {
        return (CompletionStage<Object>) Proxy.newProxyInstance(
                StageProxy.class.getClassLoader(),
                new Class<?>[] {CompletionStage.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "whenComplete" -> {
                        behaviour.whenComplete((BiConsumer<Object, Throwable>) arguments[0]);
                        yield proxy;
                    }
                    case "toCompletableFuture" -> behaviour.toCompletableFuture();
                    default -> throw new AssertionError(method);
                });
    }

    /** A view of a future, which cannot be cancelled. */
    static CompletionStage<Object> viewOf(CompletableFuture<Object> future) {
        return of(future::whenComplete);
    }
}
