package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncIterable;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.result;

class Streams {
    private final ThreadLocal<String> name = new ThreadLocal<>();

    @Async
    Coroutine<Integer> run(AsyncIterable<String> lines) {
        int n = 0;
        name.set("run"); // warning ThreadLocalAcrossAwait
        for (String line : lines) {
            n += line.length();
        }
        return result(n + name.get().length());
    }
}
