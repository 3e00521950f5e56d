package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import java.io.IOException;
import java.util.function.Supplier;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

class Good {
    Coroutine<String> load(String url) throws IOException {
        return result(url);
    }

    @Async
    Coroutine<String> run(Coroutine<String> url, boolean quick) {
        String read = await(url);
        try {
            if (quick) {
                return read.isEmpty() ? result("x") : result(await(load(read)));
            }
            AsyncSupplier<String> later = () -> load(read);
            Supplier<Coroutine<String>> plain = () -> {
                return result(read);
            };
            return result(await(load("" + later + plain)));
        } catch (IOException e) {
            return later(read);
        }
    }

    @Async
    Coroutine<Void> closed(Coroutine<String> url) {
        try {
            await(url);
            return done();
        } finally {
            System.out.println("end");
        }
    }

    Coroutine<String> later(String text) {
        try {
            return load(text);
        } catch (IOException e) {
            return result("none");
        }
    }
}
