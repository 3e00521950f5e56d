package corpus;

import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;

import static dev.fermata.Coroutine.result;

class Client {
    Coroutine<Integer> save(String name) {
        return result(name.length());
    }

    void run() {
        Coroutine<Integer> _ = save("a");
        var _ = Asyncio.createTask(save("b"));
    }
}
