package dev.fermata.processor.catalogue;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs performances on a thread of their own: one that hangs fails its test and no other, the oracle needs a deep stack,
 * and the rewritten side must do with a small one.
 */
final class Performance {
    private static final long ORACLE_STACK = 900L << 20;
    private static final long SMALL_STACK = 512L << 10;
    private static final long SECONDS = 60;

    private Performance() {}

    static <T> T of(Side side, String what, Callable<T> performance) {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        Runnable body = () -> {
            try {
                outcome.complete(performance.call());
            } catch (Throwable thrown) {
                outcome.completeExceptionally(thrown);
            }
        };
        Thread thread = new Thread(null, body, what, side == Side.ORACLE ? ORACLE_STACK : SMALL_STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            return outcome.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError(
                    what + " does not come to an end; it is at " + Arrays.toString(thread.getStackTrace()), e);
        } catch (ExecutionException e) {
            throw new AssertionError(what + " cannot be played: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
