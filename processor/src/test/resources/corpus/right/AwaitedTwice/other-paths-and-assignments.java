package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.util.function.Supplier;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Once {
    @Async
    Coroutine<Integer> run(Coroutine<Integer> c, Supplier<Coroutine<Integer>> source, int way) {
        int n = way > 3 ? await(c) : way > 2 ? await(c) : 0;
        c = source.get();
        switch (way) {
            case 1:
                n += await(c);
                break;
            case 2:
                n -= await(c);
                break;
            default:
                return result(n + await(c));
        }
        c = source.get();
        try {
            n += await(c);
        } catch (IllegalStateException e) {
            n += await(c);
        }
        for (int i = 0; i < way; i++) {
            Coroutine<Integer> fresh = source.get();
            n += await(fresh);
        }
        Coroutine<Integer> next = source.get();
        while (await(next) > 0) {
            next = source.get();
        }
        return result(n);
    }

    @Async
    Coroutine<Integer> early(Coroutine<Integer> c, boolean quick) {
        if (quick) {
            return result(await(c));
        }
        return result(await(c) + 1);
    }
}
