package corpus;

import dev.fermata.Async;
import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import java.util.ArrayList;
import java.util.List;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

abstract class Modifiers {
    protected abstract Coroutine<String> text();

    @Async
    protected abstract Coroutine<Integer> none();

    @Async
    public final Coroutine<Integer> last() {
        return result(await(text()).length());
    }

    @Async
    private static <T> Coroutine<List<T>> collect(List<? extends Awaitable<? extends T>> all) {
        List<T> list = new ArrayList<>();
        for (Awaitable<? extends T> each : all) {
            list.add(await(each));
        }
        return result(list);
    }

    @SafeVarargs
    @Async
    static <T> Coroutine<List<T>> all(Awaitable<? extends T>... all) {
        return collect(List.of(all));
    }
}
