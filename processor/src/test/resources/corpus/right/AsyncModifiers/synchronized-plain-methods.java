package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.util.ArrayList;
import java.util.List;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Guarded {
    private final List<String> log = new ArrayList<>();

    synchronized Coroutine<Integer> add(String line) {
        log.add(line);
        return result(log.size());
    }

    @Async
    Coroutine<Integer> addLater(Coroutine<String> line) {
        String text = await(line);
        return add(text);
    }
}
