package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncFunction;
import dev.fermata.Coroutine;
import java.util.List;
import java.util.function.Supplier;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Cases {
    @Async
    Coroutine<Integer> run(Coroutine<Integer> c, Coroutine<Integer> d, int way, Supplier<Coroutine<Integer>> source) {
        int n = 0;
        if (way == 1) {
            n = await(c);
        }
        if (way != 1) {
            n += await(c);
        }
        Coroutine<Integer> e;
        do {
            e = source.get();
            n += await(e);
        } while (n < way);
        switch (way) {
            case 1:
                n += await(d);
            case 2:
                n++;
                break;
            default:
                n += await(d);
        }
        return result(n);
    }

    @Async
    Coroutine<Integer> retried(Supplier<Coroutine<Integer>> source) {
        Coroutine<Integer> attempt = source.get();
        for (int i = 0; ; i++) {
            try {
                return result(await(attempt));
            } catch (IllegalStateException e) {
                if (i == 3) {
                    throw e;
                }
                attempt = source.get();
            }
        }
    }

    @Async
    Coroutine<Integer> shadowed(Coroutine<Integer> c, List<Coroutine<Integer>> all) {
        int n = await(c);
        AsyncFunction<Coroutine<Integer>, Integer> twice = e -> result(await(e) * 2);
        for (Coroutine<Integer> e : all) {
            n += await(e);
        }
        for (Coroutine<Integer> e : all) {
            n += await(e);
        }
        return result(n + twice.hashCode());
    }
}
