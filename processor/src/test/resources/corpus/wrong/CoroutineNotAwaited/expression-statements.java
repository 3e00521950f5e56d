package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

class Users {
    Coroutine<Integer> save(String name) {
        return result(name.length());
    }

    static AsyncGenerator<String> stream() {
        throw new UnsupportedOperationException();
    }

    Generator<String> names() {
        throw new UnsupportedOperationException();
    }

    @Async
    Coroutine<Void> run(Users other, Coroutine<String> name) {
        save(await(name)); // error CoroutineNotAwaited
        this.save("b"); // error CoroutineNotAwaited
        other
                .save("c"); // error CoroutineNotAwaited
        Users.stream(); // error CoroutineNotAwaited
        names(); // error CoroutineNotAwaited
        Asyncio.sleep(Duration.ofMillis(1)); // error CoroutineNotAwaited
        if (other == this) save("d"); // error CoroutineNotAwaited
        for (save("e"); other == null; save("f")) { // error CoroutineNotAwaited; error CoroutineNotAwaited
            System.out.println();
        }
        return done();
    }

    void plain() {
        save("g"); // error CoroutineNotAwaited
    }
}
