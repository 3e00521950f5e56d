package dev.fermata.asyncio;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The loop that one gets who asks for none in particular: the provider's, or the built-in one. */
final class DefaultLoop {
    /** Held by a class of its own, so that a program that never asks does not look for providers. */
    private static final List<LoopProvider> FOUND =
            ServiceLoader.load(LoopProvider.class, LoopProvider.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private DefaultLoop() {}

    static EventLoop create() {
        return create(FOUND);
    }

    static EventLoop create(List<LoopProvider> providers) {
        if (providers.isEmpty()) {
            return new BaseEventLoop(new ParkedThread());
        }
        if (providers.size() > 1) {
            throw new IllegalStateException("several loop providers: " + names(providers)
                    + "; which one is found first is chance, so keep one of them on the path");
        }
        EventLoop loop = providers.get(0).create();
        if (!(loop instanceof BaseEventLoop)) {
            throw new IllegalStateException("loop provider " + names(providers) + " has made " + loop
                    + "; make the loop with EventLoop.create(Idle), since tasks belong to those only");
        }
        return loop;
    }

    private static String names(List<LoopProvider> providers) {
        return providers.stream().map(it -> it.getClass().getName()).collect(Collectors.joining(", "));
    }
}
