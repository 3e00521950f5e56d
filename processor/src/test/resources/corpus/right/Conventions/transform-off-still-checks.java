// options: -Afermata.transform=off
package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Off {
    @Async
    Coroutine<String> run(Coroutine<String> step) {
        return result(await(step));
    }
}
