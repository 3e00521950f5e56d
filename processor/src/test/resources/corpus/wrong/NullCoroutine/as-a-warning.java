// options: -Afermata.check.NullCoroutine=warn
package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Lenient {
    @Async
    Coroutine<String> find(Coroutine<String> source) {
        String text = await(source);
        if (text.isEmpty()) {
            return null; // warning NullCoroutine
        }
        return result(text);
    }
}
