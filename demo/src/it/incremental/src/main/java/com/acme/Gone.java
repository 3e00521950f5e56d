package com.acme;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;

final class Gone {
    private Gone() {}

    @Async
    static Coroutine<Integer> gone() {
        return result(await(Shop.price(1)));
    }
}
