package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

record Page(String url, Coroutine<String> body) {
    @Async
    public Coroutine<String> body() {
        return result(await(body).strip());
    }

    static Page of(String url) {
        class Fetch {
            @Async
            Coroutine<String> text() {
                return result(await(Asyncio.sleep(Duration.ZERO, url)));
            }
        }
        return new Page(url, new Fetch().text());
    }
}
