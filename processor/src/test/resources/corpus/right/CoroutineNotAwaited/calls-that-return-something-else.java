package corpus;

import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import static dev.fermata.Coroutine.result;

class Others {
    private final List<Coroutine<Integer>> all = new ArrayList<>();
    private final ConcurrentMap<String, Coroutine<Integer>> byName = new ConcurrentHashMap<>();

    Coroutine<Integer> load(String name) {
        return result(name.length());
    }

    Task<Integer> task(EventLoop loop) {
        return loop.createTask(load("t"));
    }

    Awaitable<Integer> awaitable() {
        return load("a");
    }

    CompletableFuture<Integer> future() {
        return new CompletableFuture<>();
    }

    void run(EventLoop loop) {
        all.set(0, load("x"));
        byName.computeIfAbsent("y", this::load);
        byName.replace("z", load("z"));
        awaitable();
        future();
        Optional.of(load("o")).orElse(null);
        loop.runUntilComplete(load("r"));
        new ArrayList<>(List.of(load("l"))).forEach(Coroutine::close);
        byName.forEach((name, coroutine) -> all.add(coroutine));
        all.stream().map(each -> each).forEach(loop::runUntilComplete);
    }
}
