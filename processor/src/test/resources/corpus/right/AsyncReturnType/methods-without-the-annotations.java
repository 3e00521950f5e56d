package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncIterable;
import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Task;
import java.util.Collection;
import java.util.List;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Unmarked {
    Task<String> task() {
        return null;
    }

    @Deprecated
    Awaitable<String> awaitable() {
        return result("x");
    }

    @Async
    Coroutine<Coroutine<List<?>>> nested(Coroutine<Coroutine<List<?>>> given) {
        Coroutine<List<?>> inner = await(given);
        return result(inner);
    }

    @Async
    <T, C extends Collection<? super T>> Coroutine<C> into(C target, AsyncIterable<? extends T> source) {
        for (T each : source) {
            target.add(each);
        }
        return result(target);
    }
}
