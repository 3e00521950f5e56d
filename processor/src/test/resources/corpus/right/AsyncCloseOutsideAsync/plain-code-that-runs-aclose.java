package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncFunction;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.EventLoop;
import java.util.function.Supplier;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Closing {
    void use(Supplier<AsyncCloseable> open, EventLoop loop) {
        AsyncCloseable resource = open.get();
        try {
            System.out.println(resource);
        } finally {
            loop.runUntilComplete(resource.aclose());
        }
    }

    <R extends AutoCloseable> void any(R resource) throws Exception {
        try (resource) {
            System.out.println(resource);
        }
    }

    @Async
    Coroutine<Integer> inside(AsyncCloseable outer, Coroutine<Integer> step) {
        try (outer) {
            AsyncFunction<AsyncCloseable, Integer> nested = inner -> {
                try (inner) {
                    return result(await(step));
                }
            };
            return result(nested.hashCode());
        }
    }
}
