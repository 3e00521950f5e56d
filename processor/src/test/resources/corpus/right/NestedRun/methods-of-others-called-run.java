package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Others {
    static final class Runner implements Runnable {
        @Override
        public void run() {
            System.out.println("run");
        }

        void runForever() {
            run();
        }
    }

    @Async
    Coroutine<Integer> go(Runner runner, Coroutine<Integer> step) {
        runner.run();
        runner.runForever();
        return result(await(step));
    }
}
