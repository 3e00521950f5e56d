package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.asyncio.Asyncio;
import org.junit.jupiter.api.Test;

final class BreadTest {
    @Test
    void code_isRewritten() throws Exception {
        assertEquals(23, Asyncio.run(Bread.bake(10)));
    }
}
