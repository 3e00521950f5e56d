package corpus;

import dev.fermata.Async;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import static dev.fermata.Coroutine.await;

interface Repository<K, V> {
    CompletionStage<V> find(K key);

    @Async
    CompletableFuture<V> load(K key);

    @Async
    default CompletionStage<V> either(K first, K second) {
        V found = await(find(first));
        return found == null ? find(second) : CompletableFuture.completedFuture(found);
    }
}

class Cache<V> implements Repository<String, V>, Supplier<CompletableFuture<V>> {
    private CompletionStage<V> source;

    @Async
    @Override
    public CompletableFuture<V> find(String key) {
        return CompletableFuture.completedFuture(await(source));
    }

    @Async
    @Override
    public CompletableFuture<V> load(String key) {
        return find(await(source) + key);
    }

    @Async
    @Override
    public CompletableFuture<V> get() {
        return await(source) == null ? new CompletableFuture<>() : find("x").thenCompose(this::same);
    }

    @Async
    private static CompletionStage<? extends Number> wildcard(CompletionStage<Integer> stage) {
        return CompletableFuture.completedStage(await(stage));
    }

    private CompletionStage<V> same(V value) {
        return find(String.valueOf(value));
    }
}
