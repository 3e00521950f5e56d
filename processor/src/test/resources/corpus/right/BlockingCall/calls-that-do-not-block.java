package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Quick {
    @Async
    Coroutine<String> all(
            BlockingQueue<String> queue,
            Lock lock,
            Semaphore permits,
            CompletableFuture<String> later,
            Map<String, String> map,
            HttpClient client,
            HttpRequest request)
            throws IOException {
        String text = queue.poll();
        queue.offer("x");
        if (lock.tryLock()) {
            lock.unlock();
        }
        if (permits.tryAcquire()) {
            permits.release();
        }
        if (later.isDone()) {
            text += later.getNow("-");
        }
        text += map.get("a") + Optional.of("b").get() + String.join(",", "c", "d");
        text += await(client.sendAsync(request, HttpResponse.BodyHandlers.ofString())).body();
        text += new StringReader(text).read() + new ByteArrayInputStream(new byte[1]).read();
        Supplier<String> supplier = () -> "e";
        return result(text + supplier.get());
    }
}
