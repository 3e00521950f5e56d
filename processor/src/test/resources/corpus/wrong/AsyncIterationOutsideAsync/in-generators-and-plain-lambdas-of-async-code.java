package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncIterable;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Yields;
import java.util.function.IntSupplier;

import static dev.fermata.Coroutine.result;

class Bridge {
    @Yields
    Generator<String> all(AsyncIterable<String> source) {
        for (String each : source) { // error AsyncIterationOutsideAsync
            Generator.yield(each);
        }
        return Generator.end();
    }

    @Async
    Coroutine<Integer> count(AsyncIterable<String> source) {
        int size = 0;
        for (String each : source) {
            size += each.length();
        }
        IntSupplier again = () -> {
            int n = 0;
            for (String each : source) { // error AsyncIterationOutsideAsync
                n += each.length();
            }
            return n;
        };
        return result(size + again.getAsInt());
    }
}
