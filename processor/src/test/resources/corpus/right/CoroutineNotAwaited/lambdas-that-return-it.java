package corpus;

import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.stream.Collectors;

import static dev.fermata.Coroutine.result;

class Returned {
    Coroutine<String> save(String name) {
        return result(name);
    }

    void run(ExecutorService pool, List<String> names) throws Exception {
        pool.submit(() -> save("x"));
        Function<String, Coroutine<String>> function = this::save;
        AsyncSupplier<String> supplier = () -> save("y");
        List<Coroutine<String>> all = names.stream().map(this::save).collect(Collectors.toList());
        Coroutine<String> late;
        late = save("z");
        Runnable inner = new Runnable() {
            private final Coroutine<String> mine = save("w");

            @Override
            public void run() {
                System.out.println(function.apply("v") + " " + supplier + all);
            }
        };
        inner.run();
    }
}
