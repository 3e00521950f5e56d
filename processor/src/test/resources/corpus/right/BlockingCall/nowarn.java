// options: -nowarn
package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;

class Silent {
    @Async
    Coroutine<Void> nap(Coroutine<Long> time) throws InterruptedException {
        Thread.sleep(await(time));
        return done();
    }
}
