package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncFunction;
import dev.fermata.Coroutine;
import java.util.List;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Paths {
    @Async
    Coroutine<Integer> run(Coroutine<Integer> c, boolean quick) {
        int n;
        if (quick) {
            n = await(c);
        } else {
            n = await(c) + 1;
        }
        n += await(c); // error AwaitedTwice
        return result(n);
    }

    @Async
    Coroutine<Integer> inTry(Coroutine<Integer> c) {
        int n = await(c);
        try {
            n += await(c); // error AwaitedTwice
        } catch (IllegalStateException e) {
            n = -1;
        }
        return result(n);
    }

    @Async
    Coroutine<Integer> afterLoop(Coroutine<Integer> c, List<Integer> all) {
        int n = await(c);
        for (int each : all) {
            n += each;
        }
        return result(n + await(c)); // error AwaitedTwice
    }

    final AsyncFunction<Coroutine<Integer>, Integer> lambda = c -> {
        await(c);
        return result(await(c)); // error AwaitedTwice
    };
}
