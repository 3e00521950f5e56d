package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.Runner;
import java.time.Duration;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Runs {
    @Async
    Coroutine<String> run(Coroutine<String> read, EventLoop loop, Runner runner) {
        String text = Asyncio.run(read); // error NestedRun
        text += Asyncio.run(() -> result("x")); // error NestedRun
        text += runner.run(Asyncio.sleep(Duration.ZERO, "y")); // error NestedRun
        text += loop.runUntilComplete(Asyncio.sleep(Duration.ZERO, "z")); // error NestedRun
        loop.runForever(); // error NestedRun
        text += EventLoop.running()
                .runUntilComplete(Asyncio.sleep(Duration.ZERO, "w")); // error NestedRun
        await(Asyncio.sleep(Duration.ZERO));
        return result(text);
    }
}
