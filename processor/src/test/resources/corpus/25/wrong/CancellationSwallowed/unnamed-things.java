package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.Task;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class U {
    Coroutine<Integer> f() { return result(1); }
    record P(Coroutine<Integer> a, int b) {}
    @Async Coroutine<Integer> go(Object o, List<Coroutine<Integer>> list) {
        Coroutine<Integer> _ = f();
        var _ = f();
        for (var _ : list) { f(); } // error CoroutineNotAwaited
        try (var _ = f()) { await(f()); } catch (Throwable _) { } // warning CancellationSwallowed
        BiFunction<Integer, Integer, Coroutine<Integer>> g = (_, _) -> f();
        BiConsumer<Integer, Integer> h = (_, _) -> f(); // error CoroutineNotAwaited
        int n = switch (o) { case P(var c, _) when await(c) > 0 -> await(c); case P(_, int b) -> b; case Integer _, String _ -> 3; default -> 0; }; // error AwaitedTwice
        Task<Integer> _ = Asyncio.createTask(f());
        return result(n);
    }
}
