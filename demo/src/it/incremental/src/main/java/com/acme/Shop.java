package com.acme;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;

public final class Shop {
    private Shop() {}

    @Async
    static Coroutine<Integer> price(int amount) {
        await(Asyncio.sleep(Duration.ZERO));
        return result(amount * Rates.rate());
    }

    @Async
    static Coroutine<Integer> discount(int price) {
        return result(price - await(price(1)));
    }

    public static void main(String[] args) {
        System.out.println(Asyncio.run(discount(10)));
    }
}
