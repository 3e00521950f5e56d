package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.util.function.Function;
import java.util.function.Supplier;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Inside {
    private Coroutine<String> cached;

    @Async
    Coroutine<String> get(Coroutine<String> source) {
        String text = await(source);
        Supplier<Coroutine<String>> none = () -> null;
        Function<String, Coroutine<String>> lookup = key -> {
            return null;
        };
        if (cached == null || none.get() != null || lookup.apply(null) != null) {
            cached = null;
            return text == null ? result(null) : result(text);
        }
        return Coroutine.<String>result((String) null);
    }

    Coroutine<String> plain() {
        return null;
    }

    @Async
    Coroutine<Object> holder(Coroutine<Object> source) {
        Object first = await(source);
        return result(new Object() {
            Coroutine<String> inner() {
                return null;
            }

            @Override
            public String toString() {
                return first == null ? null : first.toString();
            }
        });
    }
}
