package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import java.util.Optional;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Reads {
    Coroutine<Integer> load(int n) {
        return result(n);
    }

    @Async
    Coroutine<Integer> run(Coroutine<Integer> step) {
        Coroutine<Integer> first = load(await(step));
        Coroutine<Integer> second = load(2);
        AsyncSupplier<Integer> later = new AsyncSupplier<>() {
            @Override
            public Coroutine<Integer> get() {
                return result(await(first));
            }
        };
        return switch (later.hashCode()) {
            case 1 -> second;
            default -> load(3);
        };
    }

    <C extends Coroutine<Integer>> C same(C given) {
        return given;
    }

    void generic(Coroutine<Integer> given) {
        same(given);
        Optional.of(given).get();
    }
}
