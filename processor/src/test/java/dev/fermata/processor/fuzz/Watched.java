package dev.fermata.processor.fuzz;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs things on a thread of their own, so that one that hangs can be told of, and left behind. */
final class Watched {
    private static final long STACK = 16L << 20;
    private static final long SECONDS = 60;

    private Watched() {}

    /** Thrown for what does not come to an end. */
    static final class Hanging extends Exception {
        private static final long serialVersionUID = 1L;

        Hanging(String where) {
            super(where);
        }
    }

    static <T> T run(String name, Callable<T> body) throws Exception {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        outcome.complete(body.call());
                    } catch (Throwable thrown) {
                        outcome.completeExceptionally(thrown);
                    }
                },
                name,
                STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            return outcome.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new Hanging(Arrays.toString(thread.getStackTrace()));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof Exception exception ? exception : e;
        }
    }
}
