package dev.fermata.asyncio;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads for calls that block: a virtual one for each call where the JDK has them (21 and later), else a pool with as many
 * as there are calls at a time. asyncio has 32 at most; but then a program in which calls wait for each other would end on one
 * JDK and hang on the other. Daemons, like virtual threads: a call that does not return must not keep a program from ending.
 */
final class WorkerThreads {
    private WorkerThreads() {}

    static ExecutorService newExecutor() {
        try {
            return (ExecutorService) Executors.class
                    .getMethod("newThreadPerTaskExecutor", ThreadFactory.class)
                    .invoke(null, virtualThreads());
        } catch (ReflectiveOperationException older) { // before 21, where they are not there or must be asked for
            return newPool();
        }
    }

    static ExecutorService newPool() {
        AtomicInteger number = new AtomicInteger();
        return Executors.newCachedThreadPool(call -> {
            Thread thread = new Thread(call, "fermata-call-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** {@code Thread.ofVirtual().name("fermata-call-", 1).factory()}, written so that JDK 17 compiles it. */
    private static ThreadFactory virtualThreads() throws ReflectiveOperationException {
        Class<?> builder = Class.forName("java.lang.Thread$Builder");
        Object virtual = Thread.class.getMethod("ofVirtual").invoke(null);
        Object named = builder.getMethod("name", String.class, long.class).invoke(virtual, "fermata-call-", 1L);
        return (ThreadFactory) builder.getMethod("factory").invoke(named);
    }
}
