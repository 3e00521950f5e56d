package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.io.IOException;
import java.io.StringReader;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Fetch {
    Coroutine<String> load(String url) throws IOException {
        if (url.isEmpty()) {
            throw new IOException(url);
        }
        return result(url);
    }

    @Async
    Coroutine<String> caught(Coroutine<String> url) {
        String read = await(url);
        try {
            return load(read); // warning ReturnBypassesTry
        } catch (IOException e) {
            return result("none");
        }
    }

    @Async
    Coroutine<String> cleaned(Coroutine<String> url) throws IOException {
        String read = await(url);
        try {
            if (read.isEmpty()) {
                return this.load("x"); // warning ReturnBypassesTry
            }
        } finally {
            System.out.println("end");
        }
        try (StringReader reader = new StringReader(read)) {
            return load(read + reader); // warning ReturnBypassesTry
        }
    }
}
