package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

abstract class Command {
    @Async
    abstract Coroutine<Integer> run(Coroutine<Integer> step);

    Coroutine<Integer> twice(Coroutine<Integer> step) {
        return run(step);
    }
}

class Commands {
    Command doubler() {
        return new Command() {
            private int calls;

            @Override
            Coroutine<Integer> run(Coroutine<Integer> step) {
                int n = await(step);
                calls++;
                return result(n * 2 + calls);
            }
        };
    }

    AsyncSupplier<Integer> reference(Commands other) {
        return other::load;
    }

    @Async
    Coroutine<Integer> load() {
        return result(await(doubler().run(result(3))));
    }
}
