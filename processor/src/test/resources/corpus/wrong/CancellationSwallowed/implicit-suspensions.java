package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncFunction;
import dev.fermata.AsyncIterable;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Implicit {
    @Async
    Coroutine<Integer> count(AsyncIterable<String> lines, AsyncCloseable connection) {
        int count = 0;
        try {
            for (String line : lines) {
                count += line.length();
            }
        } catch (Throwable t) { // warning CancellationSwallowed
            count = -1;
        }
        try (connection) {
            count++;
        } catch (Error e) { // warning CancellationSwallowed
            count = -2;
        }
        return result(count);
    }

    final AsyncFunction<Coroutine<String>, String> quiet = text -> {
        try {
            return result(await(text));
        } catch (Throwable t) { // warning CancellationSwallowed
            Runnable rethrow = () -> {
                throw new IllegalStateException(t);
            };
            rethrow.run();
            return result("");
        }
    };
}
