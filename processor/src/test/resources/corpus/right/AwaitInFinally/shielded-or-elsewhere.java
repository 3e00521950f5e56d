package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;
import static dev.fermata.asyncio.Asyncio.shield;

class Shielded {
    Coroutine<Void> shut() {
        return done();
    }

    @Async
    Coroutine<String> run(Coroutine<String> step, AsyncCloseable resource) {
        String text = "";
        try {
            text = await(step);
        } catch (IllegalStateException e) {
            await(shut());
        } finally {
            await(Asyncio.shield(shut()));
            await(Asyncio.waitFor(shield(shut()), Duration.ofSeconds(1)));
            try (resource) {
                System.out.println("closing");
            }
            AsyncSupplier<Void> later = () -> {
                await(shut());
                return done();
            };
            System.out.println(later);
        }
        await(shut());
        return result(text);
    }
}
