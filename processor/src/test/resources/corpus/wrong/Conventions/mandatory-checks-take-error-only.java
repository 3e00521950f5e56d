// options: -Afermata.check.AwaitOutsideAsync=warn -Afermata.check.AsyncModifiers=off -Afermata.check.YieldInScope=error
// unplaced: error UnknownOption; error UnknownOption
package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Mandatory {
    @Async
    Coroutine<String> run(Coroutine<String> step) {
        return result(await(step));
    }
}
