package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import java.util.function.Supplier;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Outside {
    private final Coroutine<String> other = result("x");

    @Async
    Coroutine<String> after(Coroutine<String> step) {
        String text;
        try {
            text = await(step);
        } catch (IllegalStateException e) {
            return other;
        }
        if (text.isEmpty()) {
            return other;
        }
        synchronized (this) {
            return other;
        }
    }

    @Async
    Coroutine<String> inLambda(Coroutine<String> step) {
        try {
            AsyncSupplier<String> later = () -> {
                return other;
            };
            Supplier<Coroutine<String>> plain = () -> other;
            return result(await(step) + later + plain);
        } finally {
            System.out.println("end");
        }
    }

    @SuppressWarnings("ReturnBypassesTry")
    @Async
    Coroutine<String> wanted(Coroutine<String> step) {
        try {
            await(step);
            return other;
        } finally {
            System.out.println("end");
        }
    }
}
