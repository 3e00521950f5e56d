package corpus;

import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Yields;
import java.util.List;

import static dev.fermata.Coroutine.await;

class Pages {
    @Yields
    Generator<String> all(List<Coroutine<String>> pages) {
        for (Coroutine<String> page : pages) {
            Generator.yield(await(page)); // error AwaitOutsideAsync
        }
        return Generator.end();
    }
}
