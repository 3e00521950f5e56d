package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

class Never {
    private int count;

    @Async
    Coroutine<Integer> one() { // note AsyncWithoutAwait
        return result(1);
    }

    @Async
    static Coroutine<Void> log(String text) { // note AsyncWithoutAwait
        if (text.isEmpty()) {
            return done();
        }
        System.out.println(text);
        return Coroutine.done();
    }

    @Async
    private Coroutine<String> kind(int n) { // note AsyncWithoutAwait
        count++;
        return n == 0 ? result("zero") : (result("many"));
    }

    @Async
    Coroutine<String> lambdaOnly(Coroutine<String> step) { // note AsyncWithoutAwait
        AsyncSupplier<String> later = () -> result(await(step));
        return result(later.toString());
    }
}
