package com.acme;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.inspect.Inspect;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import lombok.AllArgsConstructor;
import lombok.Builder;
import lombok.Cleanup;
import lombok.Getter;
import lombok.NonNull;
import lombok.RequiredArgsConstructor;
import lombok.SneakyThrows;
import lombok.Value;
import lombok.experimental.Delegate;
import lombok.experimental.UtilityClass;
import lombok.val;
import org.junit.jupiter.api.Test;

/** Async code that uses what Lombok makes, and async code inside what Lombok changes. */
final class LombokTest {
    @Value
    @Builder
    static class Order {
        String item;
        int amount;
    }

    @Getter
    @AllArgsConstructor
    static final class Shop {
        private final int price;

        @Async
        Coroutine<Integer> total(@NonNull List<Order> orders) {
            val start = await(Asyncio.sleep(Duration.ZERO, 0));
            var sum = start;
            for (val order : orders) {
                val price = await(priceOf(order));
                sum += price * order.getAmount();
            }
            return result(sum);
        }

        @Async
        private Coroutine<Integer> priceOf(Order order) {
            await(Asyncio.sleep(Duration.ZERO));
            return result(order.getItem().isEmpty() ? 0 : getPrice());
        }
    }

    /** Its constructor and the builder are made, and hold no async code; its nested class does. */
    @RequiredArgsConstructor
    static final class Log implements AutoCloseable {
        private final StringBuilder entries;

        @Override
        public void close() {
            entries.append(" closed");
        }
    }

    /** Makes its methods static. */
    @UtilityClass
    static class Prices {
        @Async
        Coroutine<Integer> milk() {
            return result(await(Asyncio.sleep(Duration.ZERO, 3)));
        }
    }

    interface Source {
        @Async
        Coroutine<Integer> next();
    }

    /** Hands the calls of a coroutine function on, and is no coroutine function for that. */
    @RequiredArgsConstructor
    static final class Twice implements Source {
        @Delegate
        private final Source source;

        @Async
        Coroutine<Integer> both() {
            return result(await(next()) + await(source.next()));
        }
    }

    /** A builder around a coroutine function. */
    @Async
    @Builder(builderMethodName = "adding", buildMethodName = "sum")
    static Coroutine<Integer> add(int left, int right) {
        return result(await(Asyncio.sleep(Duration.ZERO, left)) + right);
    }

    @Async
    static Coroutine<String> cleanedUp(StringBuilder entries) {
        @Cleanup val log = new Log(entries);
        await(Asyncio.sleep(Duration.ZERO));
        log.entries.append("open");
        return result(log.entries.toString());
    }

    @Async
    @SneakyThrows
    static Coroutine<Integer> sneaky() {
        await(Asyncio.sleep(Duration.ZERO));
        throw new IOException("checked");
    }

    @Test
    void made_membersAreUsedInAsyncCode() {
        List<Order> orders = List.of(
                Order.builder().item("tea").amount(2).build(),
                Order.builder().item("").amount(9).build(),
                Order.builder().item("milk").amount(1).build());

        assertEquals(15, Asyncio.run(new Shop(5).total(orders)));
        assertTrue(Inspect.isCoroutineFunction(Shop.class, "total", List.class));
    }

    /** lombok.config names the exception. */
    @Test
    void nonNull_isCheckedWhenTheBodyRuns() {
        Coroutine<Integer> total = new Shop(5).total(null);

        assertThrows(IllegalArgumentException.class, () -> Asyncio.run(total));
    }

    @Test
    void utilityClass_methodsAreRewritten() {
        assertTrue(Inspect.isCoroutineFunction(Prices.class, "milk"));
        assertEquals(3, Asyncio.run(Prices.milk()));
    }

    @Test
    void delegate_handsTheCoroutineOn() {
        Source ones = () -> result(await(Asyncio.sleep(Duration.ZERO, 1)));

        assertEquals(2, Asyncio.run(new Twice(ones).both()));
    }

    @Test
    void builder_ofACoroutineFunction_makesTheCoroutine() {
        assertEquals(5, Asyncio.run(adding().left(2).right(3).sum()));
    }

    @Test
    void cleanup_isDoneAfterTheAwait() {
        StringBuilder entries = new StringBuilder();

        assertEquals("open", Asyncio.run(cleanedUp(entries)));
        assertEquals("open closed", entries.toString());
    }

    @Test
    void sneakyThrows_reachesTheCaller() {
        assertThrows(IOException.class, () -> Asyncio.run(sneaky()));
    }
}
