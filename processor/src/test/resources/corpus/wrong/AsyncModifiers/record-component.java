package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Yields;

record Response(
        int status,
        @Async Coroutine<String> body, // error AsyncModifiers
        @Yields Generator<String> lines) { // error AsyncModifiers

    String text() {
        return status + ": ";
    }
}
