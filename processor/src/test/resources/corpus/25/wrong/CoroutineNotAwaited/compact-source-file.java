import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;

import static dev.fermata.Coroutine.*;

Coroutine<Integer> save(String name) {
    return result(name.length());
}

void main() {
    save("a"); // error CoroutineNotAwaited
    Asyncio.createTask(save("b")); // warning DroppedTask
    Coroutine<Integer> c = save("c"); // error CoroutineNotAwaited
}
