package corpus;

import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

enum Step {
    LOAD(() -> result(await(Step.work("load")))),
    SAVE(() -> {
        String saved = await(Step.work("save"));
        return result(saved + "d");
    });

    private final AsyncSupplier<String> action;

    Step(AsyncSupplier<String> action) {
        this.action = action;
    }

    static Coroutine<String> work(String what) {
        return result(what);
    }

    Coroutine<String> run() throws Exception {
        return action.get();
    }
}
