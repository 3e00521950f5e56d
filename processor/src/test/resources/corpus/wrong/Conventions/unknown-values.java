// options: -Afermata.checks=silent -Afermata.check.LostUpdate=WARN -Afermata.transform=maybe -Afermata.blocking=Thread
// unplaced: error UnknownOption; error UnknownOption; error UnknownOption; error UnknownOption
package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Values {
    @Async
    Coroutine<String> run(Coroutine<String> step) {
        return result(await(step));
    }
}
