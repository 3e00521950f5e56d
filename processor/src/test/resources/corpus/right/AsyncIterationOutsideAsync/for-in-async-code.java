package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncFunction;
import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncIterable;
import dev.fermata.AsyncIterator;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.result;

class Readers {
    @Async
    Coroutine<Integer> total(AsyncIterable<Integer> source, AsyncGenerator<Integer> more) {
        int total = 0;
        for (int each : source) {
            total += each;
        }
        AsyncIterator<Integer> rest = more.iterator();
        while (rest.hasNext()) {
            total += rest.next();
        }
        return result(total);
    }

    AsyncFunction<AsyncIterable<String>, Integer> counter() {
        return source -> {
            int count = 0;
            for (var each : source) {
                count++;
            }
            return result(count);
        };
    }
}
