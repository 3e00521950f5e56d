package corpus;

import dev.fermata.Async;
import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Waiting {
    @Async
    Coroutine<List<String>> all(List<Coroutine<String>> coroutines) {
        await(coroutines.get(0));
        Function<Awaitable<String>, String> wait = Coroutine::await; // error AwaitOutsideAsync
        List<String> texts = new ArrayList<>();
        for (Coroutine<String> each : coroutines.subList(1, coroutines.size())) {
            texts.add(wait.apply(each));
        }
        return result(texts);
    }

    Function<Object, Object> bare() {
        return Coroutine::suspend; // error AwaitOutsideAsync
    }
}
