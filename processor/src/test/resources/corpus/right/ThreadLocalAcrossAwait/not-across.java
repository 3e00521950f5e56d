package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.ContextVar;
import java.time.Duration;
import java.util.function.Supplier;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Fine {
    private static final ThreadLocal<String> USER = new ThreadLocal<>();
    private static final ContextVar<String> CURRENT = ContextVar.of("user");

    @Async
    Coroutine<String> run(Coroutine<String> step) {
        USER.set("a");
        System.out.println(USER.get());
        USER.remove();
        String text = await(step);
        ContextVar.Token<String> token = CURRENT.set(text);
        await(Asyncio.sleep(Duration.ZERO));
        CURRENT.reset(token);
        USER.set(text);
        return result(USER.get());
    }

    @Async
    Coroutine<String> neverUsedAfter(Coroutine<String> step) {
        USER.set("x");
        return result(await(step));
    }

    @Async
    AsyncGenerator<String> yields(Coroutine<String> step) {
        String text = await(step);
        USER.set(text);
        AsyncGenerator.yield(text);
        USER.remove();
        return AsyncGenerator.end();
    }

    @Async
    Coroutine<Integer> lambdas(Coroutine<Integer> step) {
        Runnable set = () -> USER.set("y");
        set.run();
        int n = await(step);
        Supplier<String> get = () -> USER.get();
        return result(n + get.get().length());
    }

    String plain() {
        USER.set("z");
        Coroutine<String> made = run(Asyncio.sleep(Duration.ZERO, "s"));
        USER.remove();
        return made.toString();
    }
}
