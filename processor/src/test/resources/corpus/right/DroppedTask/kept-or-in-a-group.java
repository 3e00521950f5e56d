package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.Task;
import dev.fermata.asyncio.TaskGroup;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Kept {
    private Task<Integer> field;
    private final Set<Task<Integer>> all = new HashSet<>();

    Coroutine<Integer> poll() {
        return result(1);
    }

    @Async
    Coroutine<Integer> run(EventLoop loop) {
        field = loop.createTask(poll());
        all.add(Asyncio.createTask(poll()));
        Asyncio.createTask(poll()).addDoneCallback(task -> System.out.println(task.result()));
        loop.createTask(poll()).cancel();
        Task<Integer> unusedTask = Asyncio.createTask(poll());
        Task<Integer> ignored = Asyncio.createTask(poll());
        Task<Integer> read = Asyncio.createTask(poll());
        Supplier<Task<Integer>> supplier = () -> Asyncio.createTask(poll());
        int n = await(TaskGroup.run(group -> {
            group.createTask(poll());
            group.start(() -> poll());
            await(Asyncio.sleep(Duration.ZERO));
            return result(2);
        }));
        return result(n + await(read) + await(supplier.get()));
    }
}
