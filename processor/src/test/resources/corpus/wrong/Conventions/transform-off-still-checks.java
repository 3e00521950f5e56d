// options: -Afermata.transform=off
package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Off {
    @Async
    Coroutine<String> run(Coroutine<String> step) throws InterruptedException {
        Thread.sleep(1); // warning BlockingCall
        return result(await(step));
    }
}
