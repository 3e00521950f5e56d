package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;

class Inner {
    Object anonymous(Coroutine<String> step) {
        return new Object() {
            @Async
            String load() { // error AsyncReturnType
                return await(step);
            }
        };
    }

    Runnable local(Coroutine<String> step) {
        class Job implements Runnable {
            @Async
            @Override
            public void run() { // error AsyncReturnType
                await(step);
            }
        }
        return new Job();
    }
}
