package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;

import static dev.fermata.Coroutine.result;

class Lambdas {
    final AsyncSupplier<String> lambda = () -> result(Asyncio.run(Asyncio.sleep(Duration.ZERO, "x"))); // error NestedRun
    final AsyncSupplier<String> anonymous = new AsyncSupplier<>() {
        @Override
        public Coroutine<String> get() {
            return result(Asyncio.run(Asyncio.sleep(Duration.ZERO, "y"))); // error NestedRun
        }
    };

    @Async
    AsyncGenerator<String> all() {
        AsyncGenerator.yield(Asyncio.run(Asyncio.sleep(Duration.ZERO, "z"))); // error NestedRun
        return AsyncGenerator.end();
    }
}
