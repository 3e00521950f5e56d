package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Timer {
    @Async
    Coroutine<Runnable> arm(Coroutine<Integer> delay, Coroutine<String> tick) {
        int wait = await(delay);
        return result(new Runnable() {
            final String first = await(tick); // error AwaitOutsideAsync

            @Override
            public void run() {
                System.out.println(wait + await(tick)); // error AwaitOutsideAsync
            }
        });
    }
}
