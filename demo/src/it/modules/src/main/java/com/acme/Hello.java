package com.acme;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;

public class Hello {
    @Async
    public static Coroutine<String> hello(String name) {
        await(Asyncio.sleep(Duration.ZERO));
        return result("Hello, " + name);
    }

    public static void main(String[] args) {
        System.out.println(Asyncio.run(hello("Maven")));
    }
}
