package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

class Levels {
    @SuppressWarnings("BlockingCall")
    static class OnTheClass {
        @Async
        Coroutine<Void> nap(Coroutine<Long> time) throws InterruptedException {
            Thread.sleep(await(time));
            return done();
        }
    }

    static class OnTheMethod {
        @SuppressWarnings({"unused", "BlockingCall"})
        @Async
        Coroutine<Void> nap(Coroutine<Long> time) throws InterruptedException {
            Thread.sleep(await(time));
            return done();
        }
    }

    static class OnTheVariable {
        @SuppressWarnings("BlockingCall")
        final AsyncSupplier<Void> field = () -> {
            Thread.sleep(1);
            return done();
        };

        @Async
        Coroutine<String> read(Coroutine<Path> path) throws IOException {
            @SuppressWarnings("BlockingCall")
            String text = Files.readString(await(path));
            return result(text);
        }
    }

    @SuppressWarnings("BlockingCall")
    static class Outer {
        static class Middle {
            final AsyncSupplier<Void> inner = new AsyncSupplier<>() {
                @Override
                public Coroutine<Void> get() throws InterruptedException {
                    Thread.sleep(1);
                    return done();
                }
            };
        }
    }
}
