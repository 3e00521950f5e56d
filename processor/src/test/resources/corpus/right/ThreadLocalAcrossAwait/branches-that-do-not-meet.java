package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Branches {
    private static final ThreadLocal<StringBuilder> BUFFER = ThreadLocal.withInitial(StringBuilder::new);
    private final ThreadLocal<String> name = new ThreadLocal<>();
    private final ThreadLocal<String> other = new ThreadLocal<>();

    @Async
    Coroutine<String> run(Coroutine<String> step, boolean cached) {
        if (cached) {
            name.set("x");
            System.out.println(name.get());
            name.remove();
        } else {
            await(step);
            other.set("y");
        }
        String text = await(Asyncio.sleep(Duration.ZERO, "z"));
        return result(text + BUFFER.get().length());
    }

    @Async
    Coroutine<String> early(Coroutine<String> step, boolean known) {
        if (known) {
            name.set("x");
            return result(name.get());
        }
        return result(await(step) + name.get());
    }

    @Async
    Coroutine<String> others(Coroutine<String> step) {
        name.set("x");
        await(step);
        other.set("y");
        return result(other.get());
    }
}
