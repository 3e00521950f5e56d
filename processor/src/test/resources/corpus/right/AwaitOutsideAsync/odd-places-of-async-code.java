package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.util.concurrent.CompletionStage;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Odd {
    @Async
    <T extends Comparable<T>> Coroutine<T> max(Coroutine<? extends T> left, CompletionStage<T> right) {
        T a = ((Coroutine.<T>await((left))));
        T b = (await((right)));
        assert await(result(true)) : await(result("text"));
        label:
        for (int i = await(result(0)); i < await(result(3)); i += await(result(1))) {
            do {
                if (i == 2) {
                    break label;
                }
            } while (!await(result(true)));
        }
        String text = await(Coroutine.<Object>result(1)) instanceof Integer number ? "n" + number : "-";
        throw await(result(new IllegalStateException(text + a.compareTo(b))));
    }
}
