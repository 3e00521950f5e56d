package corpus;

import dev.fermata.AsyncFunction;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Nested {
    private final Object a = new Object();
    private final Object b = new Object();

    AsyncFunction<Integer, Integer> doubler(Coroutine<Integer> factor) {
        return n -> {
            synchronized (a) {
                synchronized (b) {
                    n += await(factor); // error AwaitInSynchronized
                }
                synchronized (await(result(b))) { // error AwaitInSynchronized
                    n++;
                }
            }
            return result(n);
        };
    }
}
