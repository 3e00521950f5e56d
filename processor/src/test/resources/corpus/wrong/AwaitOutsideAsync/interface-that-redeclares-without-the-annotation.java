package corpus;

import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import java.util.function.Supplier;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

interface Plain<R> extends AsyncSupplier<R> {
    @Override
    Coroutine<R> get() throws Exception;
}

class Redeclared {
    Plain<String> lambda(Coroutine<String> step) {
        return () -> result(await(step)); // error AwaitOutsideAsync
    }

    Object cast(Coroutine<String> step) {
        return (Supplier<Coroutine<String>>) () -> result(await(step)); // error AwaitOutsideAsync
    }
}
