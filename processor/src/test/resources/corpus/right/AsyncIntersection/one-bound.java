package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncIterable;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.result;

class Bounds {
    @Async
    <S extends AsyncIterable<String>, R extends AsyncCloseable> Coroutine<Integer> count(S source, R resource) {
        int n = 0;
        try (resource) {
            for (String each : source) {
                n += each.length();
            }
        }
        return result(n);
    }
}
