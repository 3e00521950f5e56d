package corpus;

import dev.fermata.Awaitable;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Base {
    Base(String name) {}
}

class Derived extends Base {
    Derived(Awaitable<String> name) {
        super(await(name)); // error AwaitOutsideAsync
    }

    Derived() {
        this(await(Derived.later())); // error AwaitOutsideAsync
    }

    static Coroutine<Awaitable<String>> later() {
        return result(result("x"));
    }
}
