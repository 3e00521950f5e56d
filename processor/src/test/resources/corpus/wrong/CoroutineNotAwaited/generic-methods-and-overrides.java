package corpus;

import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.result;

class Base<T> {
    Coroutine<T> load() {
        return result(null);
    }

    <X> Coroutine<X> with(X x) {
        return result(x);
    }
}

class Child extends Base<String> {
    @Override
    Coroutine<String> load() {
        super.load(); // error CoroutineNotAwaited
        this.<Integer>with(1); // error CoroutineNotAwaited
        (new Base<Integer>()).load(); // error CoroutineNotAwaited
        switch (hashCode()) {
            case 1 -> load(); // error CoroutineNotAwaited
            default -> {}
        }
        return result("x");
    }

    Child() {
        load(); // error CoroutineNotAwaited
    }
}
