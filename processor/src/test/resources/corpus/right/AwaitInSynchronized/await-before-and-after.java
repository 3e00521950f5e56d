package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncIterable;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Beside {
    private final List<String> log = new ArrayList<>();

    @Async
    Coroutine<Integer> run(List<Coroutine<String>> all, AsyncIterable<String> more) {
        for (Coroutine<String> each : all) {
            String text = await(each);
            synchronized (log) {
                log.add(text);
            }
        }
        for (String each : more) {
            synchronized (log) {
                log.add(each);
                if (log.size() > 3) {
                    continue;
                }
            }
            await(Asyncio.sleep(Duration.ZERO));
        }
        class Appender {
            synchronized void add(String text) {
                log.add(text);
            }

            @Async
            Coroutine<Integer> later(Coroutine<String> step) {
                add(await(step));
                return result(log.size());
            }
        }
        Appender appender = new Appender();
        return result(await(appender.later(Asyncio.sleep(Duration.ZERO, "x"))));
    }
}
