package corpus;

import dev.fermata.Async;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;
import java.util.List;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Rethrown {
    @Async
    Coroutine<Integer> run(Coroutine<Integer> step, List<String> log) throws Throwable {
        Throwable failure = null;
        int n = 0;
        try {
            n = await(step);
        } catch (CancelledError e) {
            log.add("cancelled");
            throw new IllegalStateException(e);
        } catch (Error e) {
            failure = e;
        }
        try {
            n += await(Asyncio.sleep(Duration.ZERO, 1));
        } catch (Throwable t) {
            switch (log.size()) {
                case 0 -> throw t;
                default -> log.add("failed");
            }
        }
        try {
            n += log.size();
        } catch (Throwable t) {
            failure = t;
        } finally {
            await(Asyncio.shield(Asyncio.sleep(Duration.ZERO)));
        }
        if (failure != null) {
            throw failure;
        }
        return result(n);
    }

    @Async
    Coroutine<Integer> otherErrors(Coroutine<Integer> step) {
        try {
            return result(await(step));
        } catch (StackOverflowError | AssertionError e) {
            return result(-1);
        } catch (OutOfMemoryError e) {
            return result(-2);
        }
    }
}
