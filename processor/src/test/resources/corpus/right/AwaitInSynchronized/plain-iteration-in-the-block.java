package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.util.ArrayList;
import java.util.List;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Snapshots {
    private final List<Coroutine<String>> pending = new ArrayList<>();

    @Async
    Coroutine<String> all() {
        List<Coroutine<String>> copy = new ArrayList<>();
        synchronized (pending) {
            for (Coroutine<String> each : pending) {
                copy.add(each);
            }
            pending.clear();
        }
        StringBuilder text = new StringBuilder();
        for (Coroutine<String> each : copy) {
            text.append(await(each));
        }
        return result(text.toString());
    }
}
