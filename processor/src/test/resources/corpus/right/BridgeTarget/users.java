package corpus;

import dev.fermata.Bridge;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.EventLoop;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

import static dev.fermata.Coroutine.result;

@Bridge
class Clock {
    Coroutine<Long> now() throws IOException {
        return result(1L);
    }

    Coroutine<Void> tick() {
        return Coroutine.done();
    }
}

class User {
    long blocking(Clock clock, EventLoop loop) throws IOException {
        new ClockBlocking(clock).tick();
        return new ClockBlocking(clock, loop).now();
    }

    CompletableFuture<Long> future(Clock clock, EventLoop loop) {
        return new ClockFutures(clock, loop).now();
    }
}
