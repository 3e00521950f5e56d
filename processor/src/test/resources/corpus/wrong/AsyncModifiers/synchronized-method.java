package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Yields;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

class Counter {
    private int value;

    @Async
    synchronized Coroutine<Integer> next(Coroutine<Integer> step) { // error AsyncModifiers
        int by = await(step);
        value = value + by;
        return result(value);
    }

    @Async
    static synchronized Coroutine<Void> reset() { // error AsyncModifiers
        return done();
    }

    @Yields
    synchronized Generator<Integer> all() { // error AsyncModifiers
        Generator.yield(value);
        return Generator.end();
    }
}
