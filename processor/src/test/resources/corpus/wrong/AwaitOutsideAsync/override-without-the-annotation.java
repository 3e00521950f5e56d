package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

abstract class Repository<T> {
    @Async
    abstract Coroutine<T> find(long id);

    abstract Coroutine<String> row(long id);
}

abstract class Users extends Repository<String> {
    @Override
    Coroutine<String> find(long id) {
        return result(await(row(id)).trim()); // error AwaitOutsideAsync
    }
}
