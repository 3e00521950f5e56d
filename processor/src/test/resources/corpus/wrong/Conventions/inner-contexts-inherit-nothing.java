package corpus;

import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import java.util.concurrent.Callable;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Layers {
    private int total;

    AsyncSupplier<Runnable> outer(Coroutine<Integer> step) {
        return () -> {
            int first = await(step);
            Thread.sleep(first); // warning BlockingCall
            Callable<AsyncSupplier<Integer>> middle = () -> {
                Thread.sleep(2);
                int n = await(step); // error AwaitOutsideAsync
                return () -> {
                    Thread.sleep(n); // warning BlockingCall
                    total += await(step); // warning LostUpdate
                    return null; // error NullCoroutine
                };
            };
            middle.call();
            return result(() -> System.out.println(await(step))); // error AwaitOutsideAsync
        };
    }
}
