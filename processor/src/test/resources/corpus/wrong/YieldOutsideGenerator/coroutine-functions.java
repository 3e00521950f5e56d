package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import dev.fermata.Generator;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

class Wrong {
    @Async
    Coroutine<Integer> one(Coroutine<Integer> given) {
        int number = await(given);
        Generator.yield(number); // error YieldOutsideGenerator
        AsyncGenerator.yield(number); // error YieldOutsideGenerator
        return result(number);
    }

    AsyncSupplier<Void> two(Coroutine<Integer> given) {
        return () -> {
            AsyncGenerator.yield(await(given)); // error YieldOutsideGenerator
            return done();
        };
    }
}
