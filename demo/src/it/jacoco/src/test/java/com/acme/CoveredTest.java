package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.asyncio.Asyncio;
import org.junit.jupiter.api.Test;

final class CoveredTest {
    @Test
    void functions_run() throws Exception {
        assertEquals("plus", Asyncio.run(Covered.sign(1)));
        assertEquals("minus", Asyncio.run(Covered.sign(-1)));
        assertEquals(103, Asyncio.run(Covered.loop(3)));
        assertEquals(2, Asyncio.run(Covered.immediately()));
        assertEquals(4, Asyncio.run(Covered.later()));
        assertEquals(2, Asyncio.run(Covered.lambda().get()));
        int sum = 0;
        for (int number : Covered.numbers()) {
            sum += number;
        }
        assertEquals(3, sum);
    }
}
