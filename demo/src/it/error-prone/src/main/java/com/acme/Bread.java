package com.acme;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Yields;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** verify.groovy reads the comments at the ends of lines: the mistakes that must be found there. The rest is as it should be. */
@NullMarked
public final class Bread {
    private Bread() {}

    @Async
    public static Coroutine<Integer> bake(int minutes) throws Exception {
        int forgotten = minutes + 1; // UnusedVariable
        await(Asyncio.sleep(Duration.ZERO));
        AsyncSupplier<Integer> twice = () -> result(2 * await(Asyncio.sleep(Duration.ZERO, minutes)));
        return result(await(twice.get()) + sum());
    }

    @Async
    static Coroutine<@Nullable String> name(boolean known) {
        await(Asyncio.sleep(Duration.ZERO));
        return result(known ? "rye" : null);
    }

    @Async
    static Coroutine<Integer> length(boolean known) {
        String name = await(name(known)) == null ? null : "rye";
        await(Asyncio.sleep(Duration.ZERO));
        return result(name.length()); // NullAway
    }

    @Async
    static Coroutine<Integer> safeLength() {
        String name = await(name(false));
        return result(name == null ? 0 : name.length());
    }

    @Yields
    static Generator<Integer> loaves() {
        for (int i = 0; i < 3; i++) {
            Generator.yield(i);
        }
        return Generator.end();
    }

    private static int sum() {
        int sum = 0;
        for (int loaf : loaves()) {
            sum += loaf;
        }
        return sum;
    }
}
