package fuzz.kit;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.StopAsyncIteration;
import shapes.kit.Mishap;

/** Drives async generators in one of several ways, and then sees that they are closed. */
public final class AsyncConsumer {
    private static final int MOST = 12;

    private AsyncConsumer() {}

    /** Drives one to its end, or nearly so. */
    @Async
    public static Coroutine<Object> drive(AsyncGenerator<?> generator, int how, int k) throws Exception {
        Tape tape = Tape.current();
        int n = 0;
        try {
            while (n < MOST) {
                if (how == 0 && n > 0) {
                    tape.log("sent", await(generator.asend(n % 2 == 0 ? null : (Object) n)));
                } else if (how == 1 && n == k) {
                    tape.log("threw in", await(generator.athrow(new Mishap("in " + n))));
                } else if (how == 2 && n == k) {
                    await(generator.aclose());
                    tape.log("closed");
                } else if (how == 3 && n == 0) {
                    tape.log("early", await(generator.asend("early")));
                } else {
                    tape.log("next", await(generator.anext()));
                }
                n++;
            }
        } catch (StopAsyncIteration end) {
            tape.log("stopped", n);
        } catch (Exception e) {
            tape.log("consumer caught", e);
        } finally {
            try {
                await(generator.aclose());
            } catch (Exception e) {
                tape.log("close", e);
            }
        }
        return result((Object) n);
    }
}
