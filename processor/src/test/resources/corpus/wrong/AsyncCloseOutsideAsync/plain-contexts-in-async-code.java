package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncCloseable;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Yields;
import java.util.List;
import java.util.function.Supplier;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Contexts {
    @Async
    Coroutine<Integer> run(Coroutine<Integer> step, Supplier<AsyncCloseable> open) {
        int n = await(step);
        List.of(1).forEach(i -> {
            try (AsyncCloseable it = open.get()) { // error AsyncCloseOutsideAsync
                System.out.println(it);
            }
        });
        return result(n);
    }

    @Yields
    Generator<String> all(AsyncCloseable resource) {
        try (resource) { // error AsyncCloseOutsideAsync
            Generator.yield("x");
        }
        return Generator.end();
    }

    static {
        try (AsyncCloseable it = Contexts.make()) { // error AsyncCloseOutsideAsync
            System.out.println(it);
        }
    }

    static AsyncCloseable make() {
        throw new UnsupportedOperationException();
    }
}
