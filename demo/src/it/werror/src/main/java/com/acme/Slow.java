package com.acme;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;

/** Blocks the loop, which a check warns of. */
public final class Slow {
    private Slow() {}

    @Async
    static Coroutine<Void> slow() throws InterruptedException {
        await(Asyncio.sleep(Duration.ZERO));
        Thread.sleep(1);
        return done();
    }
}
