package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.sync.AsyncLock;
import java.util.ArrayList;
import java.util.List;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

class Lost2 {
    int n; static String s = ""; int[][] grid = {{1}}; Lost2 in; List<Integer> l = List.of(); java.math.BigDecimal sum; boolean flag; Integer boxed = 1;
    Coroutine<Integer> c(Object... o) { return result(1); } Coroutine<Boolean> bool() { return result(true); }
    int f(int a, int b) { return a; }
    @Async Coroutine<Void> a(Lost2 p, int i) {
        (n) += await(c()); // warning LostUpdate
        this.n = -this.n + await(c()); // warning LostUpdate
        n = f(n, await(c())); // warning LostUpdate
        n = f(await(c()), n);
        n = await(c(n)) + 1;
        n = await(c(n)) + n;
        n += 1 + await(c()); // warning LostUpdate
        s += await(c()); // warning LostUpdate
        Lost2.s = s.concat("" + await(c())); // warning LostUpdate
        grid[0][i] += await(c()); // warning LostUpdate
        this.in.n += await(c()); // warning LostUpdate
        flag |= await(bool()); // warning LostUpdate
        flag = flag && await(bool());
        boxed = boxed + await(c()); // warning LostUpdate
        sum = sum.add(java.math.BigDecimal.valueOf(await(c()))); // warning LostUpdate
        l = new ArrayList<>(await(bool()) ? l : List.of());
        n = await(bool()) ? n : 0;
        int k = n += await(c()); // warning LostUpdate
        for (int j = 0; j < 3; n = n + await(c())) j++; // warning LostUpdate
        AsyncSupplier<Void> t = () -> { n = n * 2 + await(c()); return done(); }; // warning LostUpdate
        n
            = n // warning LostUpdate
            + await(c());
        int m = n; n = await(c()) + m;
        n++; n = n + 1; n += f(1, 2);
        n = n + (i > 0 ? await(c()) : 0); // warning LostUpdate
        n = i > 0 ? n : await(c());
        n = (n + 1) * switch (i) { case 1 -> 2; default -> await(c()); }; // warning LostUpdate
        return done();
    }
    @Async Coroutine<Void> guarded(AsyncLock lock) throws Exception {
        try (var held = await(lock.hold())) { n += await(c()); }
        n += await(c()); // warning LostUpdate
        try (var held = await(lock.hold())) { } finally { n += await(c()); } // warning LostUpdate; note AwaitInFinally
        return done();
    }
}
