// options: -Afermata.checks=note -Werror
package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;

class Notes {
    private int total;

    @Async
    Coroutine<Integer> run(Coroutine<Integer> step) throws InterruptedException {
        total += await(step); // note LostUpdate
        Thread.sleep(1); // note BlockingCall
        return null; // note NullCoroutine
    }
}
