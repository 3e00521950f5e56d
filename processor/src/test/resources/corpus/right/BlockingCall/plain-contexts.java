package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Yields;
import dev.fermata.asyncio.Asyncio;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Plain {
    @Async
    Coroutine<String> run(Path path, CompletableFuture<String> future) {
        String text = await(Asyncio.toThread(() -> Files.readString(path)));
        String other = await(Asyncio.toThread(() -> {
            Thread.sleep(1);
            return future.get();
        }));
        new Thread() {
            @Override
            public void run() {
                future.join();
                LockSupport.park();
            }
        }.start();
        return result(text + other);
    }

    @Yields
    Generator<String> lines(BufferedReader reader) throws IOException {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            Generator.yield(line);
        }
        return Generator.end();
    }

    String blocking(CompletableFuture<String> future) throws Exception {
        Thread.sleep(1);
        return future.get();
    }
}
