package corpus;

import dev.fermata.Coroutine;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.Task;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;

import static dev.fermata.Coroutine.result;

class Passed {
    private final Deque<Task<?>> tasks = new ArrayDeque<>();

    Coroutine<Integer> poll() {
        return result(1);
    }

    Task<Integer> start(EventLoop loop) {
        return loop.createTask(poll());
    }

    void keep(EventLoop loop, boolean now) {
        tasks.add(now ? loop.createTask(poll()) : start(loop));
        start(loop);
        Task<?>[] array = {loop.createTask(poll(), "a")};
        tasks.push(array[0]);
        Task<Integer> stopped = loop.createTask(poll());
        Runnable stop = () -> stopped.cancel();
        loop.callSoon(stop);
        Function<Coroutine<Integer>, Task<Integer>> creator = loop::createTask;
        tasks.add(creator.apply(poll()));
    }

    @SuppressWarnings("DroppedTask")
    void fireAndForget(EventLoop loop) {
        loop.createTask(poll());
    }
}
