package corpus;

import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Task {
    private final AsyncSupplier<String> body;

    Task(AsyncSupplier<String> body) {
        this.body = body;
    }
}

class Named extends Task {
    private final String name;

    Named(String name, Coroutine<String> source) {
        this.name = name.strip();
        AsyncSupplier<String> body = () -> {
            String text = await(source);
            return result(text);
        };
        super(body);
    }
}
