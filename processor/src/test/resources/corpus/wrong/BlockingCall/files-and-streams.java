package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Files2 {
    @Async
    Coroutine<String> read(Path path, Coroutine<String> name) throws IOException {
        Path file = path.resolve(await(name));
        if (Files.exists(file)) { // warning BlockingCall
            return result(Files.readString(file)); // warning BlockingCall
        }
        try (BufferedReader lines = Files.newBufferedReader(file)) { // warning BlockingCall
            String first = lines.readLine(); // warning BlockingCall
            int next = lines.read(); // warning BlockingCall
            return result(first + next);
        }
    }

    @Async
    Coroutine<Long> copy(FileInputStream in, OutputStream out) throws IOException {
        await(Asyncio.sleep(Duration.ZERO));
        byte[] head = in.readNBytes(4); // warning BlockingCall
        return result(head.length + in.transferTo(out)); // warning BlockingCall
    }
}
