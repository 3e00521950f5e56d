package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;

class Streams {
    @Async
    AsyncGenerator<String> all(Coroutine<String> first, boolean more) {
        AsyncGenerator.yield(await(first));
        if (more) {
            return all(first, false); // error GeneratorReturn
        }
        return AsyncGenerator.end();
    }

    interface Open {
        @Async
        AsyncGenerator<String> open();
    }

    Open open(Coroutine<String> first) {
        return () -> all(first, true); // error GeneratorReturn
    }
}
