package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncFunction;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

interface Job<R> extends AsyncSupplier<R> {
    Job<String> NAMED = () -> result(await(Asyncio.sleep(Duration.ZERO, "x")));
}

interface Typed extends AsyncFunction<String, Integer> {
    @Async
    @Override
    Coroutine<Integer> apply(String text) throws Exception;
}

class Targets {
    @SuppressWarnings("unchecked")
    Object cast(Coroutine<String> step) {
        return (AsyncSupplier<String> & java.io.Serializable) () -> result(await(step));
    }

    AsyncSupplier<String> chosen(Coroutine<String> step, int way) {
        return way == 0
                ? () -> result(await(step))
                : switch (way) {
                    case 1 -> () -> result("one" + await(step));
                    default -> {
                        yield (() -> result(await(step) + "many"));
                    }
                };
    }

    <T> AsyncSupplier<T> generic(Supplier<? extends AsyncSupplier<T>> made) {
        return made.get();
    }

    AsyncSupplier<Integer> inferred(Coroutine<Integer> step) {
        List<Job<Integer>> jobs = List.of(() -> result(await(step)), () -> result(2 * await(step)));
        Typed typed = text -> result(text.length() + await(step));
        System.out.println(jobs + " " + typed);
        return generic(() -> () -> result(await(step)));
    }
}
