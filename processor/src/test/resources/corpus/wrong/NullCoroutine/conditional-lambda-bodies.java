package corpus;

import dev.fermata.AsyncFunction;

import static dev.fermata.Coroutine.result;

class Conditional {
    AsyncFunction<String, String> named = text -> text.isEmpty()
            ? null // error NullCoroutine
            : result(text);
    AsyncFunction<Integer, String> switched = n -> switch (n) {
        case 0 -> (null); // error NullCoroutine
        default -> result("many");
    };
}
