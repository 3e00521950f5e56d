package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.util.function.Supplier;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Twice {
    @Async
    Coroutine<Integer> run(Coroutine<Integer> c) {
        int a = await(c);
        int b = await(c); // error AwaitedTwice
        return result(a + b);
    }

    @Async
    Coroutine<Integer> local(Supplier<Coroutine<Integer>> source) {
        Coroutine<Integer> c = source.get();
        return result(await(c)
                + await(c)); // error AwaitedTwice
    }
}
