package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncIterable;
import dev.fermata.AsyncIterator;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;
import static dev.fermata.Coroutine.suspend;

class Implicit {
    @Async
    Coroutine<Void> each(AsyncIterable<String> lines) {
        for (String line : lines) {
            System.out.println(line);
        }
        return done();
    }

    @Async
    Coroutine<Integer> close(AsyncCloseable resource) {
        try (resource) {
            return result(1);
        }
    }

    @Async
    Coroutine<Boolean> any(AsyncIterator<String> lines) {
        return result(lines.hasNext());
    }

    @Async
    Coroutine<Object> bare() {
        return result(suspend("x"));
    }
}
