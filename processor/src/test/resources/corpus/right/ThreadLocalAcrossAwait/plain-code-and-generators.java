package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Yields;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Scopes {
    private static final ThreadLocal<String> USER = new ThreadLocal<>();

    String as(String user, Supplier<String> body) {
        String before = USER.get();
        USER.set(user);
        try {
            return body.get();
        } finally {
            USER.set(before);
        }
    }

    @Yields
    Generator<String> users(List<String> users) {
        for (String user : users) {
            USER.set(user);
            Generator.yield(USER.get());
        }
        USER.remove();
        return Generator.end();
    }

    @Async
    Coroutine<String> run(Coroutine<String> step) {
        String text = await(step);
        String upper = as(text, () -> {
            USER.set(text);
            return USER.get();
        });
        await(Asyncio.sleep(Duration.ZERO));
        return result(upper);
    }
}
