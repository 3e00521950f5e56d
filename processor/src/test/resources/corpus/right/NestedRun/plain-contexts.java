package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Yields;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.EventLoop;
import java.time.Duration;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

class Plain {
    @Async
    Coroutine<String> run(EventLoop other) {
        String text = await(Asyncio.toThread(() -> Asyncio.run(Asyncio.sleep(Duration.ZERO, "x"))));
        Thread thread = new Thread(() -> other.runForever());
        thread.start();
        new Runnable() {
            @Override
            public void run() {
                other.runUntilComplete(Asyncio.sleep(Duration.ZERO));
            }
        };
        return result(text);
    }

    static void main() {
        Asyncio.run(() -> {
            await(Asyncio.sleep(Duration.ZERO));
            return done();
        });
        try (EventLoop loop = EventLoop.create()) {
            loop.runUntilComplete(Asyncio.sleep(Duration.ZERO));
        }
    }

    @Yields
    Generator<String> all() {
        Generator.yield(Asyncio.run(Asyncio.sleep(Duration.ZERO, "y")));
        return Generator.end();
    }
}
