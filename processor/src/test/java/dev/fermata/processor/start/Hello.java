package dev.fermata.processor.start;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;

/** The smallest program that waits, for {@link StartTest}, which looks at what its JVM loads. */
final class Hello {
    private Hello() {}

    @Async
    static Coroutine<String> hello() {
        await(Asyncio.sleep(Duration.ofMillis(1)));
        return result("hello");
    }

    public static void main(String[] args) {
        System.out.println(Asyncio.run(hello()));
    }
}
