package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import dev.fermata.asyncio.Asyncio;
import java.util.ArrayList;
import java.util.List;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;

final class SpringTest {
    private final List<String> calls = new ArrayList<>();

    private Shop advised() {
        ProxyFactory factory = new ProxyFactory(new Shop());
        factory.setProxyTargetClass(true);
        factory.addAdvice((MethodInterceptor) call -> {
            calls.add(call.getMethod().getName());
            Object made = call.proceed();
            calls.add("made");
            return made;
        });
        return (Shop) factory.getProxy();
    }

    /** Advice stands around the call, and the call only makes the coroutine. What the body calls on this passes by the proxy, as everywhere in Spring. */
    @Test
    void advice_isAroundTheCallAndNotAroundTheBody() {
        Shop shop = advised();
        assertNotSame(Shop.class, shop.getClass());

        var sale = shop.sell(2);
        assertEquals(List.of("sell", "made"), calls);

        assertEquals(42, Asyncio.run(sale));
        assertEquals(List.of("sell", "made"), calls);
    }
}
