// options: -Afermata.check.BlockingCall=error -Afermata.checks=off -nowarn
package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;

class Raised {
    @Async
    Coroutine<Void> nap(Coroutine<Long> time) throws InterruptedException {
        Thread.sleep(await(time)); // error BlockingCall
        return null;
    }
}
