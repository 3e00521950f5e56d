package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncIterable;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

record Reply(int status, Coroutine<String> body) {}

class Client {
    @Async
    Coroutine<String> body(Reply reply, AsyncIterable<String> lines) {
        int count = 0;
        for (String _ : lines) {
            count++;
        }
        try {
            int _ = await(Asyncio.sleep(Duration.ZERO, 1));
        } catch (IllegalStateException _) {
            count--;
        }
        return switch (reply) {
            case Reply(int status, _) when status == 404 -> result("none");
            case Reply(_, var body) -> result(await(body) + count);
        };
    }
}
