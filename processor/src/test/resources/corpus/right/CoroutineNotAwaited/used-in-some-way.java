package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.Task;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Used {
    private Coroutine<String> kept;
    private final Map<String, Coroutine<String>> all = new HashMap<>();

    Coroutine<String> save(String name) {
        return result(name);
    }

    @Async
    Coroutine<String> run(List<Coroutine<String>> list, Coroutine<String> step) {
        kept = save(await(step));
        list.add(save("a"));
        list.remove(0);
        all.put("b", save("b"));
        all.remove("b");
        Objects.requireNonNull(kept);
        Coroutine<String>[] array = null;
        Coroutine<String> closed = save("c");
        closed.close();
        Coroutine<String> captured = save("d");
        Supplier<String> text = () -> captured.toString();
        Coroutine<String> unusedOne = save("e");
        Coroutine<String> ignored = save("f");
        try (Coroutine<String> resource = save("g")) {
            System.out.println(text.get());
        }
        kept.send(null);
        Task<String> task = Asyncio.createTask(save("h"));
        return result(await(Asyncio.gather(save("i"), save("j"))).get(0) + await(task));
    }
}
