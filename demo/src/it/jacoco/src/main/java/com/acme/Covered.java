package com.acme;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Yields;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;

/** verify.groovy reads the comments at the ends of lines. An await is a branch, of which both ways are taken if it suspends and then returns. */
public final class Covered {
    private Covered() {}

    @Async
    public static Coroutine<String> sign(int number) {
        int copy = await(Asyncio.sleep(Duration.ofNanos(1), number)); // covered
        if (copy > 0) { // 2 of 2 branches
            await(Asyncio.sleep(Duration.ofNanos(1))); // covered
            return result("plus"); // covered
        }
        if (copy == Integer.MIN_VALUE) { // 1 of 2 branches
            return result("least"); // missed
        }
        return result("minus"); // covered
    }

    @Async
    public static Coroutine<Integer> loop(int times) {
        int sum = 0; // covered
        for (int i = 0; i < times; i++) { // 2 of 2 branches
            sum += await(Asyncio.sleep(Duration.ofNanos(1), i)); // covered
        }
        try {
            await(failing()); // 1 of 2 branches
            sum += 1000; // missed
        } catch (IllegalStateException expected) { // covered
            sum += 100; // covered
        }
        return result(sum); // covered
    }

    @Async
    private static Coroutine<Void> failing() {
        await(Asyncio.sleep(Duration.ofNanos(1))); // covered
        throw new IllegalStateException(); // covered
    }

    @Async
    public static Coroutine<Integer> immediately() {
        return result(1 + await(one())); // 1 of 2 branches
    }

    @Async
    private static Coroutine<Integer> one() {
        return result(1); // covered
    }

    @Async
    public static Coroutine<Integer> later() {
        int two = await(two()); // covered
        await(two()); // covered
        return two > 2 ? result(0) : result(await(two()) + two); // 3 of 4 branches
    }

    @Async
    private static Coroutine<Integer> two() {
        await(Asyncio.sleep(Duration.ofNanos(1))); // covered
        return result(2); // covered
    }

    @Async
    public static Coroutine<Void> never() {
        await(Asyncio.sleep(Duration.ofNanos(1))); // missed
        return done(); // missed
    }

    public static AsyncSupplier<Integer> lambda() {
        return () -> { // covered
            int one = await(Asyncio.sleep(Duration.ofNanos(1), 1)); // covered
            return result(one + 1); // covered
        };
    }

    @Yields
    public static Generator<Integer> numbers() {
        for (int i = 0; i < 3; i++) { // 2 of 2 branches
            Generator.yield(i); // covered
        }
        return Generator.end(); // covered
    }
}
