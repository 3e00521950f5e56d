package com.acme;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class MockitoTest {
    /** A stub gives one coroutine, which can be awaited once: what is called twice answers with thenAnswer(call -> canned(1)). */
    @Async
    private static <T> Coroutine<T> canned(T value) {
        await(Asyncio.sleep(Duration.ZERO));
        return result(value);
    }

    @Test
    void spy_runsTheBodyWithItsOwnState() {
        Shop shop = spy(new Shop());

        assertEquals(42, Asyncio.run(shop.sell(2)));
        assertEquals(43, Asyncio.run(shop.sell(1)));
        verify(shop).sell(2);
    }

    @Test
    void spy_stubbedFunctionIsWhatTheOthersAwait() {
        Shop shop = spy(new Shop());
        doReturn(canned(10)).when(shop).price();

        assertEquals(60, Asyncio.run(shop.sell(2)));
        verify(shop).price();
    }

    @Test
    void mock_givesWhatItIsTold() {
        Shop shop = mock(Shop.class);
        when(shop.sell(anyInt())).thenAnswer(call -> canned(7));

        assertEquals(7, Asyncio.run(shop.sell(1)));
        assertEquals(7, Asyncio.run(shop.sell(2)));
        verify(shop, never()).price();
    }

    @Test
    void mock_thatIsToldNothing_givesNull() {
        Shop shop = mock(Shop.class);

        assertThrows(NullPointerException.class, () -> Asyncio.run(shop.price()));
    }
}
