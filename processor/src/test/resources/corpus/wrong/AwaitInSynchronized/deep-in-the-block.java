package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.util.List;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;
import static dev.fermata.Coroutine.suspend;

class Deep {
    @Async
    Coroutine<String> read(List<Coroutine<String>> parts, boolean all) {
        StringBuilder text = new StringBuilder();
        synchronized (this) {
            for (Coroutine<String> part : parts) {
                if (all) {
                    try {
                        text.append(await(part)); // error AwaitInSynchronized
                    } catch (IllegalStateException e) {
                        text.append(await(result("?"))); // error AwaitInSynchronized
                    }
                } else {
                    text.append(switch (text.length()) {
                        case 0 -> await(part); // error AwaitInSynchronized
                        default -> {
                            Object token = suspend(part); // error AwaitInSynchronized
                            yield token;
                        }
                    });
                }
            }
        }
        return result(text.toString());
    }
}
