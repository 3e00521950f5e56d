// options: -Werror
// javac: compiler.err.warnings.and.werror
package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;

class Strict {
    @Async
    Coroutine<Void> nap(Coroutine<Long> time) throws InterruptedException {
        Thread.sleep(await(time)); // warning BlockingCall
        return done();
    }
}
