// options: -Afermata.chekcs=off -Afermata.check.BlockingCalls=off
// unplaced: error UnknownOption; error UnknownOption
package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Options {
    @Async
    Coroutine<String> run(Coroutine<String> step) {
        return result(await(step));
    }
}
