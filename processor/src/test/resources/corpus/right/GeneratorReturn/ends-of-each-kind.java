package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Yields;

import static dev.fermata.Coroutine.await;

class Ends {
    @Yields
    Generator<String> plain(int way) {
        Generator.yield("a");
        switch (way) {
            case 0:
                return Generator.end();
            case 1:
                return (Generator.<String>end("done"));
            default:
                return way > 5 ? Generator.end() : Generator.end(way);
        }
    }

    @Async
    AsyncGenerator<String> later(Coroutine<String> first) {
        AsyncGenerator.yield(await(first));
        return AsyncGenerator.<String>end();
    }
}
