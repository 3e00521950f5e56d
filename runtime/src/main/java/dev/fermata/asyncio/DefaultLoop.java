package dev.fermata.asyncio;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor.Provides;
import java.lang.module.ResolvedModule;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The loop that one gets who asks for none in particular: the provider's, or the built-in one. */
final class DefaultLoop {
    /** Of {@link LoopProvider}, which is not loaded for it. */
    private static final String SERVICE = "dev.fermata.asyncio.LoopProvider";

    /** Held by a class of its own, so that a program that never asks does not look for providers. */
    private static final List<LoopProvider> FOUND = mayBeThere() ? find() : List.of();

    private DefaultLoop() {}

    /** No stream: that costs more than the search. */
    private static List<LoopProvider> find() {
        List<LoopProvider> found = new ArrayList<>();
        for (LoopProvider provider : ServiceLoader.load(LoopProvider.class, LoopProvider.class.getClassLoader())) {
            found.add(provider);
        }
        return List.copyOf(found);
    }

    /**
     * Whether a search could find one, where that can be told for less. A ServiceLoader asks the parents of a class loader for the service file as well, for
     * which the JDK opens its own image of modules: the dearest thing that was left in the start of a small program. The parents of its loader for
     * the class path have none to give: what they load cannot see, and so not implement, what that one has loaded. So it is
     * asked alone, and then the modules. Of other loaders only they know where they look.
     */
    private static boolean mayBeThere() {
        ClassLoader own = DefaultLoop.class.getClassLoader();
        if (own != ClassLoader.getSystemClassLoader() || own.getParent() != ClassLoader.getPlatformClassLoader()) {
            return true;
        }
        try (InputStream found = own.getUnnamedModule().getResourceAsStream("META-INF/services/" + SERVICE)) {
            return found != null || isProvidedByModule();
        } catch (IOException unreadable) {
            return true; // the search says what is wrong
        }
    }

    /** By their descriptors, which are there: a ServiceLoader for them loads a dozen classes. */
    private static boolean isProvidedByModule() {
        for (ResolvedModule module : ModuleLayer.boot().configuration().modules()) {
            for (Provides provided : module.reference().descriptor().provides()) {
                if (provided.service().equals(SERVICE)) {
                    return true;
                }
            }
        }
        return false;
    }

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
