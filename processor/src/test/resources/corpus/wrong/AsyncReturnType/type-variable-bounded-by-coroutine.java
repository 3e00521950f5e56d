package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;

class Bounded<C extends Coroutine<String>> {
    @Async
    C same(C given) { // error AsyncReturnType
        return given;
    }

    @Async
    <G extends Coroutine<?>> G other(G given) { // error AsyncReturnType
        await(given);
        return given;
    }
}
