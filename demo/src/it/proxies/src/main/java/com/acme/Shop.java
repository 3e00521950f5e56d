package com.acme;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;

/** Open, as Spring's subclasses want it. */
public class Shop {
    private int sold = 40;

    @Async
    public Coroutine<Integer> sell(int amount) {
        int price = await(price());
        sold += amount * price;
        return result(sold);
    }

    @Async
    public Coroutine<Integer> price() {
        return result(await(Asyncio.sleep(Duration.ZERO, 1)));
    }
}
