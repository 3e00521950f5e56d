package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Ways {
    private final Coroutine<String> kept = result("k");

    @Async
    Coroutine<String> run(Coroutine<String> step) {
        try {
            String text = await(step);
            return text.isEmpty() ? kept : result(text); // warning ReturnBypassesTry
        } catch (IllegalStateException e) {
            return kept; // warning ReturnBypassesTry
        } finally {
            System.out.println("end");
        }
    }

    final AsyncSupplier<String> lambda = () -> {
        try {
            Coroutine<String> local = kept;
            return (local); // warning ReturnBypassesTry
        } catch (IllegalStateException e) {
            return result("x");
        }
    };
}
