package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncFunction;
import dev.fermata.AsyncSupplier;
import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

class Anonymous {
    int n;
    @Async Coroutine<Integer> go(Coroutine<Integer> c, Coroutine<String> name) throws Exception {
        var list = new ArrayList<String>(await(c)) { @Override public boolean add(String s) { return super.add(s + "!"); } };
        int[][] grid = new int[list.size()][await(result(2))];
        AsyncFunction<Integer, Integer> f = new AsyncFunction<>() {
            int calls;
            @Override public Coroutine<Integer> apply(Integer i) { calls++; int got = await(result(i)); return result(got + calls); }
        };
        Coroutine<Integer> one = f.apply(1);
        Runnable later = () -> Asyncio.createTask(one).addDoneCallback(t -> { });
        switch (await(f.apply(grid.length))) {
            case 1: later.run();
            case 2: { String s = await(name); list.add(s); break; }
            default: return result(0);
        }
        return new AsyncSupplier<Integer>() { public Coroutine<Integer> get() { return result(await(result(n))); } }.get();
    }
    @Async Coroutine<Void> each(List<Coroutine<Integer>> all) {
        for (Iterator<Coroutine<Integer>> it = all.iterator(); it.hasNext(); ) await(it.next());
        for (Coroutine<Integer> c : all) { Coroutine<Integer> same = c; try { await(same); } finally { same.close(); } }
        all.stream().map(Asyncio::createTask).map(t -> (Awaitable<Integer>) t).forEach(a -> a.hashCode());
        return done();
    }
}
