package corpus;

import dev.fermata.Async;

class Mine {
    static class Coroutine<T> {}

    @Async
    Coroutine<String> load() { // error AsyncReturnType
        return new Coroutine<>();
    }
}
