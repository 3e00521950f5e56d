package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.Generator;
import dev.fermata.Yields;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;

import static dev.fermata.Coroutine.await;

class Endless {
    @Yields
    Generator<Long> naturals() {
        for (long n = 0; ; n++) {
            Generator.yield(n);
        }
    }

    @Yields
    Generator<Long> refused() {
        throw new UnsupportedOperationException();
    }

    @Async
    AsyncGenerator<Long> ticks(Duration every) {
        for (long n = 0; ; n++) {
            await(Asyncio.sleep(every));
            AsyncGenerator.yield(n);
        }
    }

    @Yields
    Generator<Long> chosen(int way) {
        Generator.yield(1L);
        return switch (way) {
            case 0 -> Generator.end();
            default -> {
                Generator.yield(2L);
                yield Generator.end("two");
            }
        };
    }
}
