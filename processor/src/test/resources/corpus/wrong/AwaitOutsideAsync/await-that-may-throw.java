package corpus;

import dev.fermata.Awaitable;
import java.io.IOException;

import static dev.fermata.Coroutine.await;

class Typed {
    String load(Awaitable<String> source) {
        try {
            return await(source, IOException.class); // error AwaitOutsideAsync
        } catch (IOException e) {
            return e.getMessage();
        }
    }
}
