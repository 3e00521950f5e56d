package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.util.function.Supplier;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Odd {
    Coroutine<Integer> load(int n) {
        return result(n);
    }

    @Async
    Coroutine<Integer> run(Coroutine<Integer> step, boolean late) {
        Coroutine<Integer> inAssert = load(1);
        assert inAssert != null;
        Coroutine<Integer> inString = load(2);
        String text = "c: " + inString;
        Coroutine<Integer> inArray = load(3);
        Object[] array = {inArray};
        final Coroutine<Integer> inSynchronized = load(4);
        synchronized (inSynchronized) {
            text += array.length;
        }
        Coroutine<Integer> inReference = load(5);
        Supplier<String> supplier = inReference::toString;
        Coroutine<Integer> inAnonymous = load(6);
        Object holder = new Object() {
            final Coroutine<Integer> field = inAnonymous;
        };
        Coroutine<Integer> inConditional = load(7), beside = load(8);
        return late ? inConditional : result(await(step) + await(beside) + supplier.get().length() + holder.hashCode());
    }
}
