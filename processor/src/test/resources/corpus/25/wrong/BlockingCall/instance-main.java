import module java.base;
import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;

import static dev.fermata.Coroutine.*;

int total;

void main() {
    IO.println(Asyncio.run(() -> load(Path.of("x"))));
    Object bare = suspend("main"); // error AwaitOutsideAsync
    IO.println(bare);
}

@Async
Coroutine<String> load(Path path) throws IOException {
    await(Asyncio.sleep(Duration.ZERO));
    total += await(Asyncio.sleep(Duration.ZERO, 1)); // warning LostUpdate
    return result(Files.readString(path)); // warning BlockingCall
}
