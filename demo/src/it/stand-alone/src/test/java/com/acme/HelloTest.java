package com.acme;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.inspect.Inspect;
import org.junit.jupiter.api.Test;

final class HelloTest {
    @Async
    private static Coroutine<Integer> length() {
        return result(await(Hello.hello("you")).length());
    }

    @Test
    void mainCode_isRewritten() {
        assertTrue(Inspect.isCoroutineFunction(Hello.class, "hello", String.class));
        assertEquals("Hello, you", Asyncio.run(Hello.hello("you")));
    }

    @Test
    void testCode_isRewritten() {
        assertEquals(10, Asyncio.run(length()));
    }
}
