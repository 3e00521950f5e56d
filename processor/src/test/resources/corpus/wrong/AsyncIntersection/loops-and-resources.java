package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncIterable;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

class Meets {
    @Async
    <S extends Runnable & AsyncIterable<String>> Coroutine<Integer> count(S source) {
        int n = 0;
        for (String each : source) { // error AsyncIntersection
            n += each.length();
        }
        return result(n);
    }

    @Async
    <R extends Runnable & AsyncCloseable> Coroutine<Void> use(R resource) {
        try (resource) { // error AsyncIntersection
            resource.run();
        }
        return done();
    }
}
