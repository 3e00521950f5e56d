package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncSupplier;
import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.Task;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Once {
    @Async Coroutine<Integer> a(Coroutine<Integer> c, boolean b, int n) {
        Coroutine<Integer> d = c;
        switch (n) { case 1: return result(await(d)); case 2: d = result(2); default: }
        try { if (b) return result(await(d)); } catch (RuntimeException e) { return result(await(d)); }
        while (n-- > 0) { Coroutine<Integer> e = result(n); if (await(e) == 0) break; }
        for (Coroutine<Integer> e : List.of(c, d)) { if (b) continue; n += await(e); }
        Task<Integer> t = Asyncio.createTask(result(3));
        n += await(t) + await(t);
        Awaitable<Integer> w = t; n += await(w) + await(w);
        CompletableFuture<Integer> f = new CompletableFuture<>(); n += await(f) + await(f);
        return b ? result(await(d)) : result(-await(d));
    }
    @Async Coroutine<Integer> r(Coroutine<Integer> c, boolean b) {
        Coroutine<Integer> x = b ? c : result(1);
        AsyncSupplier<Integer> later = () -> result(await(c));
        int n = b && await(x) > 0 ? 1 : 2;
        label: { if (b) break label; await(x); }
        x = result(n); n += await(x); x = result(n); n += await(x);
        return result(n);
    }
    void plain(Coroutine<Integer> a, Coroutine<Integer> b, boolean q) { if (q) { Asyncio.run(a); return; } Asyncio.run(a); Asyncio.run(b); }
}
