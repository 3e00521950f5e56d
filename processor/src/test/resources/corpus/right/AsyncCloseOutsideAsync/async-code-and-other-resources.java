package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncFunction;
import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.Runner;
import java.util.function.Supplier;

import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

class Fine {
    @Async
    Coroutine<Integer> use(AsyncCloseable given, Supplier<AsyncGenerator<Integer>> open) {
        int n = 0;
        try (given;
                AsyncGenerator<Integer> numbers = open.get()) {
            for (int each : numbers) {
                n += each;
            }
        }
        return result(n);
    }

    final AsyncFunction<AsyncCloseable, Void> closer = resource -> {
        try (resource) {
            System.out.println(resource);
        }
        return done();
    };

    String plain(Coroutine<String> coroutine, Generator<String> words) {
        try (coroutine;
                Generator<String> all = words;
                EventLoop loop = EventLoop.create();
                Runner runner = new Runner()) {
            return all.next() + loop.isRunning() + runner.loop();
        }
    }
}
