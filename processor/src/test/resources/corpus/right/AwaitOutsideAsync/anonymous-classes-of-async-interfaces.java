package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

interface Handler<T> {
    @Async
    Coroutine<T> handle(String request);

    String name();
}

class Server {
    Handler<Integer> handler(Coroutine<Integer> base) {
        return new Handler<>() {
            @Override
            public Coroutine<Integer> handle(String request) {
                return result(await(base) + request.length());
            }

            @Override
            public String name() {
                return "length";
            }
        };
    }

    AsyncSupplier<String> supplier(Coroutine<String> source) {
        return new AsyncSupplier<String>() {
            @Async
            @Override
            public Coroutine<String> get() {
                return result(await(source));
            }
        };
    }
}
