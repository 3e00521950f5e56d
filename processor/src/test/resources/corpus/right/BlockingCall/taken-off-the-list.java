// options: -Afermata.blocking=!java.nio.file.Files#*,!java.util.concurrent.Semaphore#acquire
package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Allowed {
    @Async
    Coroutine<String> run(Coroutine<Path> step, Semaphore permits) throws Exception {
        permits.acquire();
        Path path = await(step);
        return result(Files.exists(path) ? Files.readString(path) : "");
    }
}
