// options: -Afermata.checks=off
package corpus;

import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;

@SuppressWarnings("all")
class Silent {
    @SuppressWarnings({"fermata", "AwaitOutsideAsync"})
    String load(Coroutine<String> source) {
        @SuppressWarnings("AwaitOutsideAsync")
        String text = await(source); // error AwaitOutsideAsync
        return text;
    }
}
