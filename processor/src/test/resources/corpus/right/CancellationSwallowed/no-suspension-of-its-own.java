package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Own {
    @Async
    Coroutine<AsyncSupplier<String>> run(Coroutine<String> step) {
        AsyncSupplier<String> later = null;
        try {
            later = () -> result(await(step));
            later.hashCode();
        } catch (Throwable t) {
            await(Asyncio.sleep(Duration.ofMillis(5)));
        }
        try {
            System.out.println(later);
        } finally {
            for (int i = 0; i < 3; i++) {
                if (i == 1) {
                    break;
                }
            }
        }
        return result(later);
    }

    void plain(AutoCloseable resource) {
        try (resource) {
            System.out.println(resource);
        } catch (Throwable t) {
            System.out.println(t);
        }
    }

    @Async
    AsyncGenerator<Integer> numbers(Coroutine<Integer> first) {
        int n = await(first);
        try {
            AsyncGenerator.yield(n);
        } catch (Throwable t) {
            System.out.println(t);
        }
        return AsyncGenerator.end();
    }
}
