package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;

import static dev.fermata.Coroutine.await;

class Own {
    static Coroutine<String> result(String text) {
        return Asyncio.sleep(Duration.ZERO, text);
    }

    Coroutine<Void> done() {
        return Asyncio.sleep(Duration.ZERO);
    }

    @Async
    Coroutine<String> run(Coroutine<String> step) {
        String text = await(step);
        try {
            return result(text); // warning ReturnBypassesTry
        } finally {
            System.out.println("end");
        }
    }

    @Async
    Coroutine<Void> end(Coroutine<String> step) {
        try {
            await(step);
            return done(); // warning ReturnBypassesTry
        } catch (IllegalStateException e) {
            return Coroutine.done();
        }
    }
}
