// options: -Afermata.check.AsyncWithoutAwait=error
package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.result;

interface Defaults {
    @Async
    default Coroutine<Integer> one() { // error AsyncWithoutAwait
        return result(1);
    }

    @Async
    static <T> Coroutine<T> of(T value) { // error AsyncWithoutAwait
        return result(value);
    }
}

record Holder(int n) {
    @Async
    Coroutine<Integer> later() { // error AsyncWithoutAwait
        return switch (n) {
            case 0 -> result(0);
            default -> result(n);
        };
    }
}
