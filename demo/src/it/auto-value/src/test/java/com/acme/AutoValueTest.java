package com.acme;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.auto.value.AutoValue;
import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.inspect.Inspect;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A value class with async methods, whose subclass AutoValue makes. */
final class AutoValueTest {
    @AutoValue
    abstract static class Order {
        static Order of(String item, int amount) {
            return builder().item(item).amount(amount).build();
        }

        static Builder builder() {
            return new AutoValue_AutoValueTest_Order.Builder();
        }

        abstract String item();

        abstract int amount();

        @Async
        Coroutine<Integer> total(int price) {
            await(Asyncio.sleep(Duration.ZERO));
            return result(amount() * price);
        }

        @AutoValue.Builder
        interface Builder {
            Builder item(String item);

            Builder amount(int amount);

            Order build();
        }
    }

    @Test
    void method_ofAValueClass_isRewritten() {
        assertTrue(Inspect.isCoroutineFunction(Order.class, "total", int.class));
        assertEquals(6, Asyncio.run(Order.of("tea", 2).total(3)));
    }
}
