// options: -Afermata.check.LostUpdate=warn -Afermata.checks=off -Afermata.check.NullCoroutine=note
package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;

class Wins {
    private int total;

    @Async
    Coroutine<Integer> run(Coroutine<Integer> step) throws InterruptedException {
        total += await(step); // warning LostUpdate
        Thread.sleep(1);
        return null; // note NullCoroutine
    }
}
